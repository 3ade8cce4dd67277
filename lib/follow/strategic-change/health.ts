import { DAY_MS } from "#lib/base/time/spans.ts";
import type { ChangeHealth, ChangeStatus } from "#lib/base/vocabulary/strategic-change.ts";

/** Days without an update after which a change in progress is stale. */
export const HEALTH_STALE_AFTER_DAYS = 14;

export interface ReportedHealth {
  status: ChangeStatus;
  /** Instant of the last update, null before the first. */
  healthAt: string | null;
  /** Instant from which the first update is expected. */
  since: string;
}

/** Returns whether an update is missing: more than 14 days in progress without one. Other statuses are never stale. */
export function isHealthStale({ status, healthAt, since }: ReportedHealth, now: string): boolean {
  if (status !== "in_progress") return false;
  const silentMs = Date.parse(now) - Date.parse(healthAt ?? since);
  return silentMs > HEALTH_STALE_AFTER_DAYS * DAY_MS;
}

/** Returns whether to notify the sponsor: after one "off track", or two "at risk" in a row. The newest is first. */
export function asksSponsor([last, previous]: readonly ChangeHealth[]): boolean {
  return last === "off_track" || (last === "at_risk" && previous === "at_risk");
}
