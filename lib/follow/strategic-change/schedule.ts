import { addDays, daysBetween, type LocalDate } from "#lib/base/time/local-date.ts";
import type { ChangeStatus } from "#lib/base/vocabulary/strategic-change.ts";
import type { MilestoneDays } from "./milestone.ts";
import { type Quarter, quarterDays, quarterOf } from "./quarter.ts";

/** The first and the last day of a change on the roadmap. */
export interface Days {
  startsOn: LocalDate;
  endsOn: LocalDate;
}

interface Planned {
  startsOn: LocalDate | null;
  endsOn: LocalDate | null;
  targetQuarter: Quarter | null;
}

/** Returns the days of a change: those that a person set, otherwise its target quarter. Null without either. */
export function daysOf({ startsOn, endsOn, targetQuarter }: Planned): Days | null {
  if (startsOn !== null && endsOn !== null) return { startsOn, endsOn };
  if (targetQuarter === null) return null;
  const { first, last } = quarterDays(targetQuarter);
  return { startsOn: first, endsOn: last };
}

/**
 * Returns how many days the work is ahead of its plan, below zero if it is behind. Behind: the earliest open milestone
 * was planned for a day that has passed, or has moved. Ahead: a milestone of a later day is reached, and all before it.
 * Null without milestones.
 */
export function paceOf(milestones: readonly MilestoneDays[], today: LocalDate): number | null {
  if (milestones.length === 0) return null;
  const inOrder = milestones.toSorted((one, other) => (one.plannedOn < other.plannedOn ? -1 : 1));
  const next = inOrder.findIndex(({ reachedOn }) => reachedOn === null);
  const open = inOrder[next];
  if (open && open.plannedOn < today) return -daysBetween(open.plannedOn, today);
  if (open && open.dueOn > open.plannedOn) return -daysBetween(open.plannedOn, open.dueOn);
  const last = inOrder[next === -1 ? inOrder.length - 1 : next - 1];
  return last && last.plannedOn > today ? daysBetween(today, last.plannedOn) : 0;
}

/** Returns the day until which the work of a change is done, by its pace. */
export const doneUntil = (pace: number, today: LocalDate): LocalDate => addDays(today, pace);

/** Returns the days of a change, whether a person set them, and its pace while it's in progress. */
export function scheduleOf(
  change: Planned & { status: ChangeStatus; milestones: readonly MilestoneDays[] },
  today: LocalDate,
) {
  const { startsOn = null, endsOn = null } = daysOf(change) ?? {};
  const pace = change.status === "in_progress" ? paceOf(change.milestones, today) : null;
  return { startsOn, endsOn, dated: change.startsOn !== null, pace };
}

const WEEK = 7;

/** Returns a number of days in words: whole weeks from two weeks on, days before. */
export function spanWords(days: number): string {
  if (days < 2 * WEEK) return `${days} ${days === 1 ? "day" : "days"}`;
  return `${Math.round(days / WEEK)} weeks`;
}

/** Returns the pace in words, "2 weeks ahead", "4 weeks behind" or "on plan". */
export function paceWords(days: number): string {
  if (days === 0) return "on plan";
  return `${spanWords(Math.abs(days))} ${days > 0 ? "ahead" : "behind"}`;
}

/** Returns days moved by whole weeks. "end" moves the last day alone, "start" the first. Neither passes the other. */
export function moveByWeeks({ startsOn, endsOn }: Days, weeks: number, edge: "both" | "start" | "end"): Days {
  const by = weeks * WEEK;
  const start = edge === "end" ? startsOn : addDays(startsOn, by);
  const end = edge === "start" ? endsOn : addDays(endsOn, by);
  if (start <= end) return { startsOn: start, endsOn: end };
  return edge === "end" ? { startsOn, endsOn: startsOn } : { startsOn: endsOn, endsOn };
}

/** Returns whether new days belong to another quarter, of which the sponsor is notified with the reason. */
export const changesQuarter = (endsOn: LocalDate, targetQuarter: Quarter | null): boolean =>
  targetQuarter !== null && quarterOf(endsOn) !== targetQuarter;

interface Awaited {
  dueOn: LocalDate;
  reachedOn: LocalDate | null;
}

/** Returns by how many days a change would start before an open milestone that it waits for. 0 if it doesn't. */
export function startsTooEarly(startsOn: LocalDate, { dueOn, reachedOn }: Awaited): number {
  return reachedOn === null && startsOn <= dueOn ? daysBetween(startsOn, dueOn) + 1 : 0;
}

interface Waiting {
  id: string;
  /** The changes whose milestones it waits for. */
  waitsFor: readonly string[];
}

/** Returns whether waiting for some changes would make a change wait for itself, directly or through others. */
export function waitsForItself(id: string, awaited: readonly string[], all: readonly Waiting[]): boolean {
  const waits = new Map(all.map((one) => [one.id, one.waitsFor]));
  const seen = new Set<string>();
  const ahead = [...awaited];
  for (let one = ahead.pop(); one !== undefined; one = ahead.pop()) {
    if (one === id) return true;
    if (seen.has(one)) continue;
    seen.add(one);
    ahead.push(...(waits.get(one) ?? []));
  }
  return false;
}

interface Step {
  id: string;
  dueOn: LocalDate;
  reachedOn: LocalDate | null;
}

/**
 * Returns the open milestones that move with a change, with their new days: all of them if both of its ends move
 * alike, and those of its last day if only that moves.
 */
export function movedMilestones(
  milestones: readonly Step[],
  before: Days,
  after: Days,
): { id: string; dueOn: LocalDate }[] {
  const byEnd = daysBetween(before.endsOn, after.endsOn);
  const isWhole = daysBetween(before.startsOn, after.startsOn) === byEnd;
  if (byEnd === 0) return [];
  return milestones
    .filter(({ dueOn, reachedOn }) => reachedOn === null && (isWhole || dueOn === before.endsOn))
    .map(({ id, dueOn }) => ({ id, dueOn: addDays(dueOn, byEnd) }));
}
