import { addDays, type LocalDate } from "#lib/base/time/local-date.ts";
import {
  ACTION_STATUS_WORDS,
  type ActionPriority,
  type ActionStatus,
  type DeclineKind,
} from "#lib/base/vocabulary/action-item.ts";
import { builtInValues } from "#lib/people/policy/values.ts";
import { answersTo, type GivenAnswer, type KeptAnswer, notMetLast, pointsOf } from "./evidence.ts";
import { isBlockable } from "./lateness.ts";
import { isSecondPerson, needsSecondPerson } from "./second-person.ts";

export interface ActionState {
  status: ActionStatus;
  priority: ActionPriority;
  ownerId: string | null;
  implementedById: string | null;
  /** Who owned it when it was marked as implemented. */
  implementedOwnerId?: string | null;
  /** The conditions that a verifier answers, one per line. */
  doneWhen: string;
  hasEvidence: boolean;
  /** Whether a waiver is requested and not yet answered. */
  isWaiverRequested: boolean;
  /** Of a waived one: the day on which its waiver is over. */
  waivedUntil?: LocalDate | null;
  /** Of a declined one: the status that an undo restores. Null if nothing can be restored. */
  declinedFrom?: ActionStatus | null;
}

export interface TransitionInput {
  /** By the policy of the action: days until people are asked whether it worked. */
  effectDays?: number;
  actorId: string | null;
  /** Who did the work, if another person marks it as implemented. Null: unknown. */
  implementedById?: string | null;
  /** Instant, ISO 8601. */
  now: string;
  /** The day by the calendar of its team: a waiver has to end after it. */
  today: LocalDate;
  /** A further piece of evidence: a link, or a description of what was seen. */
  evidence?: string;
  /** The verifier's answers, on the way from "to verify". */
  answers?: readonly GivenAnswer[];
  /** The answers of earlier verifications, the oldest first, if none are given now. */
  checkedBefore?: readonly (readonly KeptAnswer[])[];
  reason?: string;
  declineKind?: DeclineKind;
  /** The decline is undone, so the action goes back to the status that it left. */
  undoesDecline?: boolean;
  /** Key of the record that replaces it. */
  link?: string;
  /** The day on which a waiver is over. */
  until?: LocalDate;
  /** How the risk is limited during a waiver. */
  mitigation?: string;
}

/** A request for an action to wait. */
export interface WaiverRequest {
  reason: string;
  mitigation: string;
  until: LocalDate;
}

/** Fields that change with a transition. Instants are ISO 8601, and `waivedUntil` is a local date. */
export interface ActionPatch {
  status: ActionStatus;
  implementedById?: string | null;
  implementedOwnerId?: string | null;
  implementedAt?: string | null;
  /** No one is asked to verify it any more. */
  askedVerifierId?: null;
  verifiedById?: string | null;
  verifiedAt?: string | null;
  effectDueOn?: LocalDate | null;
  declineKind?: DeclineKind | null;
  declineReason?: string | null;
  declineLink?: string | null;
  waivedUntil?: LocalDate | null;
  waivedReason?: string | null;
  blockedReason?: null;
}

export interface Refusal {
  ok: false;
  rule: string;
  message: string;
  /** The field to fill in, where it isn't the one that the rule is named after. */
  field?: string;
}
/** With `waiver`, the status stays until someone approves the request. `answers` are kept with the step. */
export type Transition = { ok: true; patch: ActionPatch; waiver?: WaiverRequest; answers?: KeptAnswer[] } | Refusal;

/** Where each status can move. Each way back is included, so every step can be undone. */
const MOVES: Record<ActionStatus, readonly ActionStatus[]> = {
  proposed: ["accepted", "in_progress", "declined", "waived"],
  accepted: ["in_progress", "implemented", "proposed", "declined", "waived"],
  in_progress: ["implemented", "accepted", "declined", "waived"],
  implemented: ["verified", "in_progress", "accepted", "declined"],
  verified: ["in_progress"],
  declined: ["proposed"],
  waived: ["accepted", "in_progress", "proposed", "declined"],
};

/** Statuses that an undo of a decline restores. A waiver has an approver, and an implementation its evidence. */
export const RESTORED_STATUSES = ["proposed", "accepted", "in_progress"] as const satisfies ActionStatus[];

export const actionMoves = (status: ActionStatus): readonly ActionStatus[] => MOVES[status];

/**
 * Returns the right that a step needs. Who can answer a waiver can end it early. People who work on the action request it, or
 * a longer one. A verifier can also return an action: they can move it back from To verify or Verified, as those people can.
 */
export function abilityOfStep(
  from: ActionStatus,
  to: ActionStatus,
  { mayVerify }: { mayVerify: boolean },
): "approve" | "verify" | "work" {
  if (from === "waived") return to === "waived" ? "work" : "approve";
  const isBack = (from === "implemented" || from === "verified") && to !== "declined";
  return to === "verified" || (isBack && mayVerify) ? "verify" : "work";
}

const refuse = (rule: string, message: string): Refusal => ({ ok: false, rule, message });
const filled = (text: string | undefined) => text?.trim() || null;

/** New values for the fields of the status that is left. */
function leaving(from: ActionStatus, to: ActionStatus): Omit<ActionPatch, "status"> {
  return {
    ...(isBlockable(to) ? {} : { blockedReason: null }),
    ...(from === "implemented" ? { askedVerifierId: null } : {}),
    ...(from === "verified" ? { verifiedById: null, verifiedAt: null, effectDueOn: null } : {}),
    ...((from === "implemented" && to !== "verified") || from === "verified"
      ? { implementedById: null, implementedOwnerId: null, implementedAt: null }
      : {}),
    ...(from === "declined" ? { declineKind: null, declineReason: null, declineLink: null } : {}),
    ...(from === "waived" ? { waivedUntil: null, waivedReason: null } : {}),
  };
}

function accept(item: ActionState): Refusal | Partial<ActionPatch> {
  if (item.ownerId !== null) return {};
  return refuse("owner_needed", "Name an owner first. One person owns an accepted action.");
}

const NO_EVIDENCE = refuse("evidence_needed", "Add evidence: a link, or what you saw");
const wrongAnswers = (rule: string, message: string): Refusal => ({ ...refuse(rule, message), field: "answers" });
const NOT_ASKED = refuse("answers_not_asked", "Leave `answers` out: this action isn't waiting for verification");

function implement(
  item: ActionState,
  { actorId, implementedById = actorId, now, evidence }: TransitionInput,
): Refusal | Partial<ActionPatch> {
  if (item.ownerId === null) return accept(item);
  if (!item.hasEvidence && filled(evidence) === null) return NO_EVIDENCE;
  return { implementedById, implementedOwnerId: item.ownerId, implementedAt: now };
}

function verify(
  item: ActionState,
  { actorId, now, today, evidence, effectDays }: TransitionInput,
): Refusal | Partial<ActionPatch> {
  if (!item.hasEvidence && filled(evidence) === null) return NO_EVIDENCE;
  if (needsSecondPerson(item.priority) && !isSecondPerson(actorId, item)) {
    const message = `A ${item.priority} action needs a verifier other than its owner, now or when it was implemented, and the person who implemented it.`;
    return refuse("second_person_needed", message);
  }
  const days = effectDays ?? builtInValues({ severity: null }).effectDays;
  return { verifiedById: actorId, verifiedAt: now, effectDueOn: addDays(today, days) };
}

/**
 * Returns the answers to keep with a step from "to verify". They belong to a verification, or explain what is missing. Anyone who
 * answers verifies once each point is met. A program that sends no answers leaves each point as not checked, but can't pass
 * over a point that wasn't met the last time.
 */
function answered(item: ActionState, to: ActionStatus, { answers: given, checkedBefore = [] }: TransitionInput) {
  const isChecked = item.status === "implemented" && to !== "declined";
  if (!isChecked) return given?.length ? NOT_ASKED : { answers: [] };
  if (to !== "verified" && !given?.length) return { answers: [] };
  const points = pointsOf(item.doneWhen);
  const answers = answersTo(points, given ?? []);
  if (answers === null)
    return wrongAnswers("unknown_point", "One answer has no matching point. Use the numbers of `points`.");
  if (to !== "verified") return { answers };
  const failed = given === undefined ? notMetLast(points, checkedBefore) : null;
  if (failed !== null)
    return wrongAnswers("point_unanswered", `“${failed}” wasn't met when it was last checked. Answer each point.`);
  if (given === undefined) return { answers };
  const missing = given.find(({ answer }) => answer === "not_met");
  if (missing)
    return refuse("point_not_met", `“${points[missing.point - 1]}” isn't met. Send the action back instead.`);
  const open = answers.findIndex(({ answer }) => answer !== "met");
  if (open >= 0) return wrongAnswers("point_unanswered", `Check point ${open + 1} first: “${points[open]}”`);
  return { answers };
}

function decline(
  _: ActionState,
  { reason, declineKind = "wont_do", link }: TransitionInput,
): Refusal | Partial<ActionPatch> {
  const words = filled(reason);
  if (words === null) return refuse("reason_needed", "Explain why it is declined and what risk remains");
  const declineLink = filled(link);
  if (declineKind === "wont_do") return { declineKind, declineReason: words, declineLink };
  const isChange = declineKind === "moved_to_change";
  const [shape, example] = isChange
    ? [/^SC-\d+$/, "a strategic change, SC-4"]
    : [/^ACT-\d+$/, "an action item, ACT-12"];
  if (declineLink === null || !shape.test(declineLink)) {
    return refuse("link_needed", `Link its replacement: ${example}`);
  }
  return { declineKind, declineReason: words, declineLink };
}

/** A shorter text explains nothing to the person who approves. */
const SHORTEST_EXPLANATION = 12;

type Waits = Pick<ActionState, "status" | "waivedUntil">;

/** Returns what is wrong with each field of a request for a waiver, or null where nothing is. */
export function waiverFaults(
  item: Waits,
  { reason, mitigation, until }: Partial<WaiverRequest>,
  today: LocalDate,
): Record<keyof WaiverRequest, Refusal | null> {
  const [why, meanwhile] = [filled(reason) ?? "", filled(mitigation) ?? ""];
  return {
    reason: why.length >= SHORTEST_EXPLANATION ? null : why === "" ? NO_REASON : SHORT_REASON,
    mitigation: meanwhile.length >= SHORTEST_EXPLANATION ? null : NO_MITIGATION,
    until: wrongEnd(item, until, today),
  };
}

const NO_REASON = refuse("reason_needed", "Explain why it has to wait");
const SHORT_REASON = refuse("reason_too_short", "Explain in a sentence why it has to wait. Someone else approves it.");
const NO_MITIGATION = refuse("mitigation_needed", "Explain in a sentence what limits the risk until then");

function requestWaiver(item: ActionState, { reason = "", mitigation = "", until, today }: TransitionInput): Transition {
  if (item.isWaiverRequested)
    return refuse("waiver_requested", "A waiver is already requested. Withdraw it before you request another.");
  const faults = waiverFaults(item, { reason, mitigation, ...(until === undefined ? {} : { until }) }, today);
  const fault = faults.reason ?? faults.mitigation ?? faults.until;
  if (fault) return fault;
  return {
    ok: true,
    patch: { status: item.status },
    waiver: { reason: reason.trim(), mitigation: mitigation.trim(), until: until ?? "" },
  };
}

/** Returns why a waiver can't end on this day, or null if it can. One that is in force can only get a later day. */
export function wrongEnd(
  { status, waivedUntil }: Waits,
  until: LocalDate | undefined,
  today: LocalDate,
): Refusal | null {
  const present = status === "waived" ? waivedUntil : null;
  if (present && present <= today) return { ...refuse("waiver_over", OVER), field: "until" };
  if (until === undefined) return refuse("until_needed", "Enter the day on which the waiver ends");
  if (until <= today) return refuse("until_in_past", "The day on which a waiver ends must be in the future");
  return present && until <= present ? { ...refuse("until_not_later", NOT_LATER), field: "until" } : null;
}

const OVER = "The waiver has ended. Load the action again, and request a new one.";
const NOT_LATER = "Enter a day after the one on which the present waiver ends";

function takeUpAgain(item: ActionState, { actorId, reason }: TransitionInput): Refusal | Partial<ActionPatch> {
  const isOwnStep = item.status === "implemented" && (actorId === item.ownerId || actorId === item.implementedById);
  if (isOwnStep || filled(reason) !== null) return {};
  return refuse("reason_needed", "Describe what is still missing before work can continue");
}

const isTakenUpAgain = (from: ActionStatus, to: ActionStatus) =>
  (from === "implemented" && (to === "in_progress" || to === "accepted")) || from === "verified" || from === "declined";

const ENTERING: Partial<
  Record<ActionStatus, (item: ActionState, input: TransitionInput) => Refusal | Partial<ActionPatch>>
> = {
  accepted: accept,
  in_progress: accept,
  implemented: implement,
  verified: verify,
  declined: decline,
};

const NOT_RESTORED = "The decline can't be undone any more. If the action is declined, propose it again.";

const NOT_ENDED =
  "Ask a TPM, an admin or the manager of the team to end the waiver. The owner and the person who implemented the action can't.";

/** Moves an action item to another status, or names the rule that rejects it. */
export function transition(item: ActionState, to: ActionStatus, input: TransitionInput): Transition {
  const from = item.status;
  if (from === "waived" && to === "waived") return requestWaiver(item, input);
  if (input.undoesDecline) {
    if (from !== "declined" || to !== item.declinedFrom) return refuse("not_undone", NOT_RESTORED);
  } else if (!MOVES[from].includes(to)) {
    const ways = MOVES[from].map((one) => ACTION_STATUS_WORDS[one]).join(", ");
    const words = `${ACTION_STATUS_WORDS[from]} cannot become ${ACTION_STATUS_WORDS[to]}`;
    return refuse("action_status_order", `${words}. From here: ${ways}.`);
  }
  if (to === "waived") return requestWaiver(item, input);
  if (from === "waived" && !isSecondPerson(input.actorId, item)) return refuse("second_person_needed", NOT_ENDED);
  const again = isTakenUpAgain(from, to) ? takeUpAgain(item, input) : {};
  if ("ok" in again) return again;
  const entered = ENTERING[to]?.(item, input) ?? {};
  if ("ok" in entered) return entered;
  const checked = answered(item, to, input);
  if ("ok" in checked) return checked;
  const { answers } = checked;
  return {
    ok: true,
    patch: { ...leaving(from, to), ...entered, status: to },
    ...(answers.length > 0 ? { answers } : {}),
  };
}
