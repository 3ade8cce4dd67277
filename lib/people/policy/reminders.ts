import { HOUR_MS } from "#lib/base/time/spans.ts";

export const DEADLINE_MOMENTS = ["before", "passed"] as const;
export type DeadlineMoment = (typeof DEADLINE_MOMENTS)[number];

/** A deadline as its reminders see it. Instants. */
export interface Reminded {
  from: string;
  dueAt: string;
  /** Share of its time, in percent, that is left at the reminder before it. */
  share: number;
}

/** Someone was reminded at that time, or no one could be. */
export interface TakenReminder {
  moment: DeadlineMoment;
  at: string;
}

/** Returns when people are reminded of a deadline: with a share of its time left, and once it has passed. */
export function momentAt({ from, dueAt, share }: Reminded, moment: DeadlineMoment): string {
  const due = Date.parse(dueAt);
  const left = (Math.max(0, due - Date.parse(from)) * share) / 100;
  return new Date(moment === "passed" ? due : due - left).toISOString();
}

/**
 * Returns the reminder of a deadline that is due now, or null. One that was given counts for every earlier time, so
 * correcting an event repeats nothing, and a later deadline starts again. A time before `start` is past: no one hears
 * of it. After a day of downtime only the last one is due.
 */
export function dueMoment(
  deadline: Reminded,
  taken: readonly TakenReminder[],
  { now, start }: { now: string; start: string },
): DeadlineMoment | null {
  const moment = momentAt(deadline, "passed") < now ? "passed" : "before";
  const at = momentAt(deadline, moment);
  const isTaken = taken.some((one) => one.moment === moment && one.at >= at);
  return at <= now && at >= start && !isTaken ? moment : null;
}

/** Returns the next reminder of a deadline and its time. Null: none is left. */
export function nextMoment(
  deadline: Reminded,
  taken: readonly TakenReminder[],
  { now, start }: { now: string; start: string },
): { moment: DeadlineMoment; at: string } | null {
  const due = dueMoment(deadline, taken, { now, start });
  if (due) return { moment: due, at: now };
  const ahead = DEADLINE_MOMENTS.map((moment) => ({ moment, at: momentAt(deadline, moment) }));
  return ahead.find(({ at }) => at >= now && at >= start) ?? null;
}

const URGENT_MS = 24 * HOUR_MS;

/** Returns whether a deadline leaves so little time that people are told at once, not with their next digest. */
export const isUrgent = ({ from, dueAt }: Pick<Reminded, "from" | "dueAt">): boolean =>
  Date.parse(dueAt) - Date.parse(from) <= URGENT_MS;
