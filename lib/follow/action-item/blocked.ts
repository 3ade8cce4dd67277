import { type LocalDate, shortDay } from "#lib/base/time/local-date.ts";
import { ACTION_STATUS_WORDS, type ActionStatus } from "#lib/base/vocabulary/action-item.ts";
import { isBlockable } from "./lateness.ts";
import type { Refusal } from "./transition.ts";

interface Blocked {
  status: ActionStatus;
  blockedReason: string | null;
}

/** A requested change of a blocked flag. A field left out stays. A null reason removes the flag. */
export interface BlockedChange {
  reason?: string | null;
  /** The day from which it isn't blocked any more. Null: not known. */
  until?: LocalDate | null;
  /** Whether someone or something is named that it waits for. */
  isByNamed?: boolean;
}

/** Fields of the blocked flag. With a null reason, all of them are cleared. */
export interface BlockedPatch {
  blockedReason: string | null;
  blockedUntil?: LocalDate | null;
}

/** Sets, changes or clears the blocked flag of an action that is accepted or in progress. `today` is a local date. */
export function setBlocked(
  item: Blocked,
  change: BlockedChange,
  today: LocalDate,
): { ok: true; patch: BlockedPatch } | Refusal {
  const { reason = item.blockedReason, until, isByNamed = false } = change;
  if (reason === null)
    return until || isByNamed ? REASON_NEEDED : { ok: true, patch: { blockedReason: null, blockedUntil: null } };
  if (!isBlockable(item.status)) {
    const message = "Only an action that is accepted or in progress can be blocked";
    return { ok: false, rule: "blocked_status", message };
  }
  const words = reason.trim();
  if (words === "") return REASON_NEEDED;
  if (until && until <= today) return { ok: false, rule: "until_in_past", message: "The date must be in the future" };
  return { ok: true, patch: { blockedReason: words, ...(until === undefined ? {} : { blockedUntil: until }) } };
}

const REASON_NEEDED: Refusal = { ok: false, rule: "reason_needed", message: "Enter what it is waiting for" };

/** Returns whether reminders of an action pause on a day: it is blocked until a later one. */
export const pausesReminders = (item: { blockedUntil: LocalDate | null }, today: LocalDate): boolean =>
  item.blockedUntil !== null && item.blockedUntil > today;

/** Returns the status of an action as people read it: "Blocked until 8 Dec" takes precedence over "In progress". */
export function shownStatus({ status, blockedReason, blockedUntil }: Blocked & { blockedUntil: LocalDate | null }) {
  if (blockedReason === null) return ACTION_STATUS_WORDS[status];
  return blockedUntil === null ? "Blocked" : `Blocked until ${shortDay(blockedUntil)}`;
}
