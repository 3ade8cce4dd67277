import { DAY_MS } from "#lib/base/time/spans.ts";
import type { ChangeHealth, ChangeStatus } from "#lib/base/vocabulary/strategic-change.ts";

export interface ReportedHealth {
  status: ChangeStatus;
  /** Instant of the last update, null before the first. */
  healthAt: string | null;
  /** Instant from which the first update is expected. */
  since: string;
  /** Days without an update, by the policy of its team. */
  healthDays: number;
}

/** Returns whether an update is missing: more days in progress than the policy allows. Other statuses are never stale. */
export function isHealthStale({ status, healthAt, since, healthDays }: ReportedHealth, now: string): boolean {
  if (status !== "in_progress") return false;
  const silentMs = Date.parse(now) - Date.parse(healthAt ?? since);
  return silentMs > healthDays * DAY_MS;
}

/** So many days before an update is due, its owner is asked for it. */
export const UPDATE_NOTICE_DAYS = 2;

/**
 * Returns whether to ask the owner for the next update: shortly before it is due, once for each. With a short interval
 * they are asked in its last half.
 */
export function asksForUpdate(
  { status, healthAt, since, healthDays, askedAt }: ReportedHealth & { askedAt: string | null },
  now: string,
): boolean {
  if (status !== "in_progress") return false;
  const lastMs = Date.parse(healthAt ?? since);
  const waitedDays = Math.max(healthDays - UPDATE_NOTICE_DAYS, healthDays / 2);
  const isNear = Date.parse(now) - lastMs >= waitedDays * DAY_MS;
  return isNear && (askedAt === null || Date.parse(askedAt) < lastMs);
}

/** Returns whether to notify the sponsor: after one "off track", or two "at risk" in a row. The newest is first. */
export function asksSponsor([last, previous]: readonly ChangeHealth[]): boolean {
  return last === "off_track" || (last === "at_risk" && previous === "at_risk");
}

/** Returns whether to notify the sponsor of a slip that changes the shown health. A second slip is a second "at risk". */
export const slipAsksSponsor = (
  shown: ChangeHealth,
  { slips, reported }: { slips: number; reported: ChangeHealth | null },
): boolean => asksSponsor([shown, ...(slips > 1 ? [shown] : reported ? [reported] : [])]);

interface Told {
  health: ChangeHealth;
  at: string;
}

/**
 * Returns the healths that were reported since a change has its status, the newest first. A decision since an update is
 * the answer to it.
 */
export const healthsSince = (updates: readonly Told[], statusAt: string): ChangeHealth[] =>
  updates.filter(({ at }) => Date.parse(at) >= Date.parse(statusAt)).map(({ health }) => health);

/** Since when the sponsor is asked to decide, and whether an update or a slipped milestone did it. */
export interface SponsorAsked {
  at: string;
  by: "update" | "slip";
}

export interface AskedParts {
  status: ChangeStatus;
  statusAt: string;
  /** As it is shown, so never better than a slipped milestone. */
  health: ChangeHealth | null;
  /** The newest first. The last two are enough. */
  updates: readonly Told[];
  /** When the sponsor was last told of a slip without an update. */
  slipToldAt: string | null;
}

/** Returns whether the sponsor is asked now. A decision answers earlier updates and slips, and an update answers an earlier slip. */
export function sponsorAsked({ status, statusAt, health, updates, slipToldAt }: AskedParts): SponsorAsked | null {
  if (status !== "in_progress") return null;
  const at = updateAskedAt(updates, statusAt);
  if (at !== null) return { at, by: "update" };
  const answered = Math.max(Date.parse(statusAt), ...updates.slice(0, 1).map((last) => Date.parse(last.at)));
  const isSlipOpen = slipToldAt !== null && Date.parse(slipToldAt) > answered;
  const isDoubted = health === "at_risk" || health === "off_track";
  return isSlipOpen && isDoubted ? { at: slipToldAt, by: "slip" } : null;
}

/** Returns the instant of the update by which the sponsor is asked, or null. */
function updateAskedAt(updates: readonly Told[], statusAt: string): string | null {
  const healths = healthsSince(updates, statusAt);
  const asking = healths.findIndex((_, at) => !asksSponsor(healths.slice(at)));
  return updates[(asking < 0 ? healths.length : asking) - 1]?.at ?? null;
}
