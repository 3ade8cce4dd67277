import { addDays, type LocalDate } from "#lib/base/time/local-date.ts";
import type { ActionStatus, WAIVER_STATUSES } from "#lib/base/vocabulary/action-item.ts";
import { type Hands, isSecondPerson } from "./second-person.ts";
import {
  type ActionState,
  actionMoves,
  type Refusal,
  type Transition,
  type WaiverRequest,
  wrongEnd,
} from "./transition.ts";

/** A waiver that waits for its answer. */
export interface RequestedWaiver extends WaiverRequest {
  /** Who owned the action when it was requested. */
  ownerId: string | null;
  askedById: string | null;
}

export interface WaiverAnswer {
  answer: "approved" | "refused";
  actorId: string | null;
  /** The day by the business calendar of the action's team. */
  today: LocalDate;
  reason?: string;
}

/**
 * Approves or rejects a requested waiver. The person who requested it can't, and neither can the owner, now or then,
 * nor the implementer. An approved one changes the status, or the day of the waiver in force. A rejected one needs a reason
 * and changes nothing.
 */
export function answerWaiver(item: ActionState, waiver: RequestedWaiver, given: WaiverAnswer): Transition {
  const wrongPerson = refusesAnswerer(item, waiver, given.actorId);
  if (wrongPerson) return wrongPerson;
  if (given.answer === "refused")
    return given.reason?.trim()
      ? { ok: true, patch: { status: item.status } }
      : { ok: false, rule: "reason_needed", message: "Explain why it can't wait" };
  if (item.status !== "waived" && !actionMoves(item.status).includes("waived"))
    return { ok: false, rule: "action_status_order", message: "The action has moved on and can't be waived now" };
  const wrong = wrongEnd(item, waiver.until, given.today);
  if (wrong) return wrong;
  const { reason: waivedReason, until: waivedUntil } = waiver;
  return { ok: true, patch: { status: "waived", waivedReason, waivedUntil, blockedReason: null } };
}

/** Returns why a person can't answer a requested waiver, whatever their role, or null if they can. */
export function refusesAnswerer(
  item: Hands,
  { ownerId, askedById }: Pick<RequestedWaiver, "ownerId" | "askedById">,
  actorId: string | null,
): Refusal | null {
  if (!isSecondPerson(actorId, item) || actorId === ownerId)
    return { ok: false, rule: "second_person_needed", message: NOT_ANSWERED };
  return actorId === askedById ? { ok: false, rule: "second_person_needed", message: NOT_BY_REQUESTER } : null;
}

const NOT_ANSWERED =
  "Ask a TPM, an admin or the manager of the team to approve the waiver. The owner and the person who implemented the action can't.";

const NOT_BY_REQUESTER = "You requested this waiver. Ask someone else to approve or reject it.";

/** Returns whether a request for a waiver ends because the action moves to this status. */
export const endsRequest = (to: ActionStatus): boolean => !actionMoves(to).includes("waived");

/** Returns whether a waiver waits for its answer or is in force. */
export const isLive = ({ status }: { status: (typeof WAIVER_STATUSES)[number] }): boolean =>
  status === "requested" || status === "approved";

const ANNOUNCED_DAYS = 7;

/** Returns what is due for an approved waiver on a day by the calendar of its action's team. At the start of `until` it ends. */
export function waiverDue(
  { until, isAnnounced }: { until: LocalDate; isAnnounced: boolean },
  today: LocalDate,
): "end" | "announce" | null {
  if (until <= today) return "end";
  return !isAnnounced && addDays(until, -ANNOUNCED_DAYS) <= today ? "announce" : null;
}
