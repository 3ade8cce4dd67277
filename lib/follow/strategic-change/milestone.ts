import { addDays, type LocalDate } from "#lib/base/time/local-date.ts";
import { CHANGE_HEALTHS, type ChangeHealth, type ChangeStatus } from "#lib/base/vocabulary/strategic-change.ts";

export interface MilestoneDays {
  /** The day of the plan, which stays when the milestone moves. */
  plannedOn: LocalDate;
  dueOn: LocalDate;
  reachedOn: LocalDate | null;
  /** Whether the change can't be delivered without it. */
  blocks: boolean;
}

/** Returns the health of a milestone: off track after its day has passed, at risk once it's later than planned. */
export function milestoneHealth({ plannedOn, dueOn, reachedOn }: MilestoneDays, today: LocalDate): ChangeHealth {
  if (reachedOn !== null) return "on_track";
  if (dueOn < today) return "off_track";
  return dueOn > plannedOn ? "at_risk" : "on_track";
}

/** Returns the worst health of the milestones that block, or null without one that is open. */
export function worstBlocking(milestones: readonly MilestoneDays[], today: LocalDate): ChangeHealth | null {
  const healths = milestones
    .filter(({ blocks, reachedOn }) => blocks && reachedOn === null)
    .map((milestone) => CHANGE_HEALTHS.indexOf(milestoneHealth(milestone, today)));
  return CHANGE_HEALTHS[Math.max(...healths)] ?? null;
}

/** Returns whether a reported health is better than the worst blocking milestone, which needs a reason. */
export function isBetterThan(health: ChangeHealth, worst: ChangeHealth | null): boolean {
  return worst !== null && CHANGE_HEALTHS.indexOf(health) < CHANGE_HEALTHS.indexOf(worst);
}

interface Claim {
  status: ChangeStatus;
  /** As the last update says, and why it is better than the worst blocking milestone was. */
  health: ChangeHealth | null;
  because: string | null;
}

/**
 * Returns the health to show of a change: in progress, never better than its worst blocking milestone today unless its
 * last update says why.
 */
export function shownHealth({ status, health, because }: Claim, worst: ChangeHealth | null): ChangeHealth | null {
  const isHeld = status === "in_progress" && because === null && health !== null && isBetterThan(health, worst);
  return isHeld ? worst : health;
}

/** Between the earliest and the latest time zone, 26 hours apart. */
const DAYS_APART = 2;

/**
 * Returns whether a milestone can't have been reached on a day yet, wherever its change's owner is. The day of the owner
 * counts, and `today` is the reader's.
 */
export const isReachedAhead = (day: LocalDate, today: LocalDate): boolean => day > addDays(today, DAYS_APART);
