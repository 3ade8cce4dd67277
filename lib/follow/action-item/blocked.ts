import type { ActionStatus } from "#lib/base/vocabulary/action-item.ts";
import type { Refusal } from "./transition.ts";

/** Sets or clears the blocked flag with its reason, on accepted and in-progress actions. Null clears it. */
export function setBlocked(
  item: { status: ActionStatus },
  reason: string | null,
): { ok: true; patch: { blockedReason: string | null } } | Refusal {
  if (reason === null) return { ok: true, patch: { blockedReason: null } };
  if (item.status !== "accepted" && item.status !== "in_progress") {
    const message = "Only an action that is accepted or in progress can be blocked.";
    return { ok: false, rule: "blocked_status", message };
  }
  const words = reason.trim();
  if (words === "") return { ok: false, rule: "reason_needed", message: "Enter what it is waiting for." };
  return { ok: true, patch: { blockedReason: words } };
}
