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

/** Returns whether to notify the sponsor: after one "off track", or two "at risk" in a row. The newest is first. */
export function asksSponsor([last, previous]: readonly ChangeHealth[]): boolean {
  return last === "off_track" || (last === "at_risk" && previous === "at_risk");
}
