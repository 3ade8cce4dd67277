import { addDays, daysBetween, type LocalDate } from "#lib/base/time/local-date.ts";
import type { ActionStatus } from "#lib/base/vocabulary/action-item.ts";

/** Open until verified: an action that waits for verification isn't done. */
export const OPEN_STATUSES = ["proposed", "accepted", "in_progress", "implemented"] as const satisfies ActionStatus[];
export const isOpenStatus = (status: ActionStatus): boolean => OPEN_STATUSES.some((open) => open === status);

/** Groups of the tracker, the latest first. */
export const LATENESS_GROUPS = [
  "over90",
  "d31to90",
  "d8to30",
  "d1to7",
  "onTime",
  "noDate",
  "waived",
  "settled",
] as const;
export type LatenessGroup = (typeof LATENESS_GROUPS)[number];

export const LATENESS_GROUP_WORDS: Record<LatenessGroup, string> = {
  over90: "Over 90 days late",
  d31to90: "31 to 90 days late",
  d8to30: "8 to 30 days late",
  d1to7: "1 to 7 days late",
  onTime: "On time",
  noDate: "No due date",
  waived: "Waived",
  settled: "Verified or declined",
};

/** Age bands in days late, both ends included. */
const BANDS = [
  { group: "over90", from: 91, to: null },
  { group: "d31to90", from: 31, to: 90 },
  { group: "d8to30", from: 8, to: 30 },
  { group: "d1to7", from: 1, to: 7 },
  { group: "onTime", from: null, to: 0 },
] as const;

export interface DatedAction {
  status: ActionStatus;
  dueDate: LocalDate | null;
  waivedUntil: LocalDate | null;
}

/**
 * Returns the days late on a viewer's local date: 3 is three days late, 0 is due today, -2 has two days left. A waiver
 * that has expired counts from its own end when that is later. Null if the action can't be late.
 */
export function daysLate({ status, dueDate, waivedUntil }: DatedAction, today: LocalDate): number | null {
  if (status === "waived") {
    if (waivedUntil === null || waivedUntil >= today) return null;
    return daysBetween(dueDate !== null && dueDate > waivedUntil ? dueDate : waivedUntil, today);
  }
  return isOpenStatus(status) && dueDate !== null ? daysBetween(dueDate, today) : null;
}

export function isLate(action: DatedAction, today: LocalDate): boolean {
  return (daysLate(action, today) ?? 0) > 0;
}

/** Returns the group of the tracker that an action belongs to today. */
export function latenessGroup(action: DatedAction, today: LocalDate): LatenessGroup {
  if (action.status === "verified" || action.status === "declined") return "settled";
  const days = daysLate(action, today);
  if (days === null) return action.status === "waived" ? "waived" : "noDate";
  return BANDS.find(({ from }) => from === null || days >= from)?.group ?? "onTime";
}

/**
 * Returns the due dates of open actions in a group, both ends included, for lists that filter by date. Null means no
 * limit.
 */
export function dueRange(
  group: (typeof BANDS)[number]["group"],
  today: LocalDate,
): { first: LocalDate | null; last: LocalDate | null } {
  const band = BANDS.find((one) => one.group === group);
  const date = (late: number | null | undefined) =>
    late === null || late === undefined ? null : addDays(today, -late);
  return { first: date(band?.to), last: date(band?.from) };
}

/** Returns lateness as text: "39 d late", "due today", "due in 3 d". */
export function latenessWords(days: number): string {
  if (days > 0) return `${days} d late`;
  return days === 0 ? "due today" : `due in ${-days} d`;
}
