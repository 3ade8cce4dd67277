import { addDays, daysBetween, type LocalDate } from "#lib/base/time/local-date.ts";
import type { ActionStatus } from "#lib/base/vocabulary/action-item.ts";

/** Open until verified: an action that waits for verification isn't done. */
const OPEN_STATUSES: readonly ActionStatus[] = ["proposed", "accepted", "in_progress", "implemented"];
/** A waiver ends, so a waived action isn't settled. */
export const UNSETTLED_STATUSES: readonly ActionStatus[] = [...OPEN_STATUSES, "waived"];
export const isUnsettledStatus = (status: ActionStatus): boolean => UNSETTLED_STATUSES.includes(status);

/** Returns whether an action with this status can be marked as blocked. */
export const isBlockable = (status: ActionStatus): boolean => status === "accepted" || status === "in_progress";

/** How many days ahead an action is due soon. */
const SOON_DAYS = 14;

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

/** The days late of each range of due dates, both ends included. Null means no limit. */
const RANGES = {
  over90: { from: 91, to: null },
  d31to90: { from: 31, to: 90 },
  d8to30: { from: 8, to: 30 },
  d1to7: { from: 1, to: 7 },
  onTime: { from: null, to: 0 },
  late: { from: 1, to: null },
  soon: { from: -SOON_DAYS, to: 0 },
} as const satisfies Record<string, { from: number | null; to: number | null }>;
const BANDS = ["over90", "d31to90", "d8to30", "d1to7", "onTime"] as const;

export interface DatedAction {
  status: ActionStatus;
  dueDate: LocalDate | null;
  waivedUntil: LocalDate | null;
}

/**
 * Returns whether an action is open on a day. A waiver pauses it until the start of the day on which it ends, as a block
 * does. Without a day, no waiver has ended. A blocked action stays open.
 */
export const isOpenOn = ({ status, waivedUntil }: Omit<DatedAction, "dueDate">, day: LocalDate | undefined): boolean =>
  status === "waived"
    ? day !== undefined && waivedUntil !== null && waivedUntil <= day
    : OPEN_STATUSES.includes(status);

/** Returns the last day on which an action isn't late: its due date, or the day on which its waiver ends if that is later. */
export const lateAfter = ({ status, dueDate, waivedUntil }: DatedAction): LocalDate | null =>
  status === "waived" && waivedUntil !== null && (dueDate === null || waivedUntil > dueDate) ? waivedUntil : dueDate;

/**
 * Returns the days late on a viewer's local date: 3 is three days late, 0 is due today, -2 has two days left. Null if the
 * action isn't open that day, or has no date.
 */
export function daysLate(action: DatedAction, today: LocalDate): number | null {
  const last = lateAfter(action);
  return last !== null && isOpenOn(action, today) ? daysBetween(last, today) : null;
}

/** Returns whether an action is open and its last day has passed. */
export function isLate(action: DatedAction, today: LocalDate): boolean {
  return (daysLate(action, today) ?? 0) > 0;
}

/** Returns the group of the tracker that an action belongs to today. */
export function latenessGroup(action: DatedAction, today: LocalDate): LatenessGroup {
  if (!isUnsettledStatus(action.status)) return "settled";
  if (!isOpenOn(action, today)) return "waived";
  const days = daysLate(action, today);
  if (days === null) return "noDate";
  return BANDS.find((band) => days >= (RANGES[band].from ?? days)) ?? "onTime";
}

/**
 * Returns the first and the last day in a range on which open actions stop being on time (see `lateAfter`), both
 * included. Null means no limit.
 */
export function dueRange(
  range: keyof typeof RANGES,
  today: LocalDate,
): { first: LocalDate | null; last: LocalDate | null } {
  const { from, to } = RANGES[range];
  const date = (late: number | null) => (late === null ? null : addDays(today, -late));
  return { first: date(to), last: date(from) };
}
