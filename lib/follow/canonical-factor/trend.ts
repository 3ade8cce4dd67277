import { addDays, addMonths, type LocalDate, partsOf, utcDay } from "#lib/base/time/local-date.ts";
import { DAY_MS } from "#lib/base/time/spans.ts";
import type { ChangeStatus } from "#lib/base/vocabulary/strategic-change.ts";
import { doneUntil } from "../strategic-change/schedule.ts";

/** A trend shows one to three years to today, and at most half a year ahead. The rest is drawn at its ends. */
const SHORTEST_DAYS = 365;
const LONGEST_DAYS = 3 * 365;
const LONGEST_AHEAD_DAYS = 183;
const MOST_MONTHS = 12;
const SMALLEST = 4;
const LARGEST = 18;

export interface TrendAxis {
  fromMs: number;
  toMs: number;
  /** First instants of months, in UTC. */
  monthsMs: number[];
}

/** Returns the axis of a trend of these instants, with at most 12 months named. It ends with the last day ahead. */
export function trendAxis(instants: readonly string[], today: string, ahead: readonly LocalDate[] = []): TrendAxis {
  const nowMs = Date.parse(today) + DAY_MS;
  const lastMs = Math.max(nowMs, ...ahead.map((day) => Date.parse(day) + DAY_MS));
  const toMs = Math.min(lastMs, nowMs + LONGEST_AHEAD_DAYS * DAY_MS);
  const shown = instants.map((at) => Date.parse(at)).filter((ms) => ms >= nowMs - LONGEST_DAYS * DAY_MS);
  const start = utcDay(new Date(Math.min(nowMs - SHORTEST_DAYS * DAY_MS, ...shown)));
  const first = addDays(start, 1 - partsOf(start).day);
  const months: number[] = [];
  for (let month = first; Date.parse(month) < toMs; month = addMonths(month, 1)) months.push(Date.parse(month));
  const step = Math.ceil(months.length / MOST_MONTHS);
  return { fromMs: Date.parse(first), toMs, monthsMs: months.filter((_, at) => at % step === 0) };
}

/** Returns where an instant is on the axis, from 0 to 1. */
export const placeOn = ({ fromMs, toMs }: TrendAxis, at: string): number =>
  Math.min(1, Math.max(0, (Date.parse(at) - fromMs) / (toMs - fromMs)));

/** Returns the radius of an incident in px: its area shows its minutes, next to those of the worst one. */
export function radiusOf(minutes: number | null, worst: number): number {
  if (minutes === null || worst === 0) return SMALLEST;
  return Math.max(SMALLEST, LARGEST * Math.sqrt(minutes / worst));
}

/**
 * Returns the lane of each label, the lowest in which it is at least `room` px from the others, or null if it would
 * cover one in each lane.
 */
export function lanesOf(xs: readonly number[], room: number, lanes: number): (number | null)[] {
  const taken: number[][] = Array.from({ length: lanes }, () => []);
  return xs.map((x) => {
    const lane = taken.findIndex((others) => others.every((other) => Math.abs(other - x) >= room));
    if (lane < 0) return null;
    taken[lane]?.push(x);
    return lane;
  });
}

interface DatedChange {
  status: ChangeStatus;
  startsOn: LocalDate | null;
  endsOn: LocalDate | null;
  pace: number | null;
}

export interface TrendBar {
  from: LocalDate;
  /** The day after its last one. Once it is delivered, the day of its delivery. */
  to: LocalDate;
  /** Where its filled part ends. */
  doneTo: LocalDate;
}

/**
 * Returns the bar of a strategic change: to the day of its delivery, otherwise over its planned days. It's filled as far
 * as its milestones are reached, and without milestones to today. Null without days, or if it's declined.
 */
export function barOf(change: DatedChange, deliveredOn: LocalDate | null, today: LocalDate): TrendBar | null {
  const { status, startsOn, endsOn, pace } = change;
  if (deliveredOn !== null) {
    const from = startsOn !== null && startsOn < deliveredOn ? startsOn : deliveredOn;
    return { from, to: deliveredOn, doneTo: deliveredOn };
  }
  if (startsOn === null || endsOn === null || status === "declined") return null;
  const to = addDays(endsOn, 1);
  const done = status === "in_progress" ? doneUntil(pace ?? 0, today) : startsOn;
  const [, doneTo = done] = [startsOn, done, to].toSorted();
  return { from: startsOn, to, doneTo };
}
