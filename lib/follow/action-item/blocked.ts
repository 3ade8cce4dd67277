import { addDays, type LocalDate } from "#lib/base/time/local-date.ts";
import type { ActionStatus } from "#lib/base/vocabulary/action-item.ts";
import { isBlockable } from "./lateness.ts";
import type { Refusal } from "./transition.ts";

interface Blocked {
  status: ActionStatus;
  blockedReason: string | null;
  blockedUntil?: LocalDate | null;
}

/** For so many days an action can be blocked without someone who can approve more, as reminders pause for as long. */
export const OWN_BLOCK_DAYS = 90;

/** A requested change of a blocked flag. A field left out stays. A null reason removes the flag. */
export interface BlockedChange {
  reason?: string | null;
  /** The day from which it isn't blocked any more. Null: not known. */
  until?: LocalDate | null;
  /** Whether someone or something is named that it waits for. */
  isByNamed?: boolean;
  /** Whether the person is a TPM, an admin or the manager of the team, and neither owner nor implementer. */
  mayApprove?: boolean;
}

/** Fields of the blocked flag. With a null reason, all of them are cleared. */
export interface BlockedPatch {
  blockedReason: string | null;
  blockedUntil?: LocalDate | null;
}

/**
 * Sets, changes or clears the blocked flag of an action that is accepted or in progress. `today` is a local date. A day that
 * is far ahead needs someone who can approve it, but stays when something else is changed.
 */
export function setBlocked(
  item: Blocked,
  change: BlockedChange,
  today: LocalDate,
): { ok: true; patch: BlockedPatch } | Refusal {
  const { reason = item.blockedReason, until, isByNamed = false, mayApprove = false } = change;
  if (reason === null)
    return until || isByNamed ? REASON_NEEDED : { ok: true, patch: { blockedReason: null, blockedUntil: null } };
  if (!isBlockable(item.status)) {
    const message = "Only an action that is accepted or in progress can be blocked";
    return { ok: false, rule: "blocked_status", message };
  }
  const words = reason.trim();
  if (words === "") return REASON_NEEDED;
  if (until && until <= today) return { ok: false, rule: "until_in_past", message: "The date must be in the future" };
  const isFar = Boolean(until && until !== item.blockedUntil && until > addDays(today, OWN_BLOCK_DAYS));
  if (isFar && !mayApprove) return TOO_FAR;
  return { ok: true, patch: { blockedReason: words, ...(until === undefined ? {} : { blockedUntil: until }) } };
}

const REASON_NEEDED: Refusal = { ok: false, rule: "reason_needed", message: "Enter what it is waiting for" };

const TOO_FAR: Refusal = {
  ok: false,
  rule: "until_too_far",
  message: `Choose a day within ${OWN_BLOCK_DAYS} days, or ask a TPM or the manager of the team to set a later one. They can also approve a waiver.`,
};

/** Returns whether reminders of an action pause on a day: it is blocked until a later one. */
export const pausesReminders = (item: { blockedUntil: LocalDate | null }, today: LocalDate): boolean =>
  item.blockedUntil !== null && item.blockedUntil > today;
