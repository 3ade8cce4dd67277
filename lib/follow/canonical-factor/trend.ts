import { addDays, addMonths, partsOf, utcDay } from "#lib/base/time/local-date.ts";
import { DAY_MS } from "#lib/base/time/spans.ts";

/** A trend ends today and shows one to three years. What is older is drawn at its start. */
const SHORTEST_DAYS = 365;
const LONGEST_DAYS = 3 * 365;
const MOST_MONTHS = 12;
const SMALLEST = 4;
const LARGEST = 18;

export interface TrendAxis {
  fromMs: number;
  toMs: number;
  /** First instants of months, in UTC. */
  monthsMs: number[];
}

/** Returns the axis of a trend of these instants, with at most 12 months named. */
export function trendAxis(instants: readonly string[], today: string): TrendAxis {
  const toMs = Date.parse(today) + DAY_MS;
  const shown = instants.map((at) => Date.parse(at)).filter((ms) => ms >= toMs - LONGEST_DAYS * DAY_MS);
  const start = utcDay(new Date(Math.min(toMs - SHORTEST_DAYS * DAY_MS, ...shown)));
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
