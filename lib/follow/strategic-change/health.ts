import { DAY_MS } from "#lib/base/time/spans.ts";
import type { ChangeHealth, ChangeStatus } from "#lib/base/vocabulary/strategic-change.ts";

/** A change in progress without an update for longer than this is stale, PRODUCT section 5. */
export const HEALTH_STALE_AFTER_DAYS = 14;

export interface ReportedHealth {
  status: ChangeStatus;
  /** Instant of the last update, null before the first. */
  healthAt: string | null;
  /** Instant from which the first update is expected. */
  since: string;
}

/** true when an update is missing: more than 14 days in progress without one. Other statuses are never stale. */
export function isHealthStale({ status, healthAt, since }: ReportedHealth, now: string): boolean {
  if (status !== "in_progress") return false;
  const silentMs = Date.parse(now) - Date.parse(healthAt ?? since);
  return silentMs > HEALTH_STALE_AFTER_DAYS * DAY_MS;
}

/** Whether the sponsor hears of it: one "off track", or two "at risk" in a row. Newest first. */
export function asksSponsor([last, previous]: readonly ChangeHealth[]): boolean {
  return last === "off_track" || (last === "at_risk" && previous === "at_risk");
}
