import { CHANGE_STATUS_WORDS, type ChangeStatus } from "#lib/base/vocabulary/strategic-change.ts";
import { type Quarter, quarterWords } from "./quarter.ts";

/** The move that delivers a change. A delivery whose effect was checked and rechecked is the same delivery. */
export const DELIVERY = { fromStatus: "in_progress", toStatus: "delivered" } as const;

/** Returns whether a change is delivered, even if its effect is checked by now. */
export const isDelivered = (status: ChangeStatus): boolean => status === "delivered" || status === "effect_checked";

export interface ChangeState {
  status: ChangeStatus;
  ownerId: string | null;
  /** Who owned it before, since the last delivery or since the proposal. */
  pastOwnerIds?: readonly string[];
  /** Who owned it before the last delivery. */
  formerOwnerIds?: readonly string[];
  sponsorId: string | null;
  targetQuarter: string | null;
  /** Titles of the blocking milestones that aren't reached, with those that its owner removed. */
  openMilestones: readonly string[];
  /** Whether the effect is measured by a number. */
  hasMeasure: boolean;
}

/** Who decides, and what they say with it. */
export interface ChangeDecided {
  byId: string | null;
  reason?: string | undefined;
  /** The measured value, with the effect. */
  measured?: number | undefined;
  /**
   * The quarter that it is now, where the owner is. A change isn't funded without a quarter or for an earlier one. Not
   * checked if absent: a program can enter a change of earlier years.
   */
  thisQuarter?: Quarter;
}

export type ChangeTransition =
  | { ok: true; patch: { status: ChangeStatus; statusReason: string | null } }
  | { ok: false; rule: string; message: string; field?: string };

const MOVES: Record<ChangeStatus, readonly ChangeStatus[]> = {
  proposed: ["funded", "deferred", "declined"],
  funded: ["in_progress", "proposed", "deferred", "declined"],
  in_progress: ["delivered", "funded", "deferred", "declined"],
  delivered: ["effect_checked", "in_progress"],
  effect_checked: ["in_progress", "delivered"],
  // Again to the same status: for longer, with a new day.
  deferred: ["proposed", "funded", "deferred", "declined"],
  declined: ["proposed", "funded", "deferred", "declined"],
};

/** Moves that need a reason, with the message that asks for it: checking the effect, deferring and declining. */
const REASON_ASKED: Partial<Record<ChangeStatus, string>> = {
  effect_checked: "Compare the measure now with the expected value",
  deferred: "Explain why it is deferred",
  declined: "Explain why it is declined",
};
const SETTLED: readonly ChangeStatus[] = ["delivered", "effect_checked", "declined"];

/** Returns whether nothing of a change is ahead any more. */
export const isOver = (status: ChangeStatus): boolean => SETTLED.includes(status);

type Owned = Pick<ChangeState, "ownerId" | "pastOwnerIds">;

/** Returns whether a person owns a change, or owned it since the last delivery. */
const ownsOrOwned = ({ ownerId, pastOwnerIds = [] }: Owned, personId: string | null): boolean =>
  personId !== null && [ownerId, ...pastOwnerIds].includes(personId);

/** Returns whether a person can be asked for the effect of a change, or record it. */
export const mayCheckEffect = (change: Owned, personId: string | null): boolean => !ownsOrOwned(change, personId);

/**
 * Returns whether a person can let a change be delivered without a blocking milestone: its sponsor, or a TPM or an
 * admin, unless they ever owned it.
 */
export const mayRelease = (
  change: Owned & Pick<ChangeState, "formerOwnerIds" | "sponsorId">,
  { id, overseesAll }: { id: string | null; overseesAll: boolean },
): boolean =>
  id !== null &&
  (overseesAll || id === change.sponsorId) &&
  !ownsOrOwned(change, id) &&
  !change.formerOwnerIds?.includes(id);

const DELIVERED_EARLY = "Explain why it is delivered with blocking milestones open";
const openWords = (open: readonly string[]) =>
  `These milestones block delivery and aren't reached: ${open.join(", ")}. Only a sponsor who never owned it can deliver it anyway, with a reason.`;

const EFFECT_BY_OTHER =
  "Someone who didn't own the change when it was delivered, or since, checks the effect, such as the sponsor or a TPM";

const NO_QUARTER = "Set a target quarter first, or explain why there is none yet";

/** Returns why a change can't be funded for its target quarter, or null. */
function quarterFault(targetQuarter: Quarter | null, thisQuarter: Quarter, reason: string | undefined) {
  if (targetQuarter === null)
    return reason?.trim() ? null : { rule: "target_needed", message: NO_QUARTER, field: "targetQuarter" };
  if (targetQuarter >= thisQuarter) return null;
  const message = `${quarterWords(targetQuarter)} is over. Choose a later target quarter.`;
  return { rule: "quarter_over", message, field: "targetQuarter" };
}

export const changeMoves = (status: ChangeStatus): readonly ChangeStatus[] => MOVES[status];

function reasonAsked(from: ChangeStatus, to: ChangeStatus): string | undefined {
  if (from === "effect_checked" && to === "delivered") return "Explain why the effect is checked again";
  const isProposedAgain = from === "deferred" && to === "proposed";
  const isBack = isProposedAgain || (SETTLED.includes(from) && to !== "effect_checked");
  return REASON_ASKED[to] ?? (isBack ? "Explain why it is resumed" : undefined);
}

/**
 * Moves a strategic change to another status, or names the rule that rejects it. The reason goes into the decision log.
 */
export function transitionChange(change: ChangeState, to: ChangeStatus, decided: ChangeDecided): ChangeTransition {
  const refuse = (rule: string, message: string): ChangeTransition => ({ ok: false, rule, message });
  const from = change.status;
  if (!MOVES[from].includes(to)) {
    const ways = MOVES[from].map((one) => CHANGE_STATUS_WORDS[one]).join(", ");
    const words = `${CHANGE_STATUS_WORDS[from]} cannot become ${CHANGE_STATUS_WORDS[to]}`;
    return refuse("change_status_order", `${words}. From here: ${ways}.`);
  }
  const isStarted = to === "funded" || to === "in_progress";
  if (isStarted && change.ownerId === null) return refuse("owner_needed", "Name an owner first");
  if (to === "funded" && from !== "in_progress" && !change.hasMeasure) {
    return refuse("measure_needed", "First enter how the effect is measured: a metric, a target and a day");
  }
  if (to === "funded" && from !== "in_progress" && decided.thisQuarter) {
    const fault = quarterFault(change.targetQuarter, decided.thisQuarter, decided.reason);
    if (fault) return { ok: false, ...fault };
  }
  if (to === "in_progress" && change.targetQuarter === null) {
    return refuse("target_needed", "Set a target quarter first");
  }
  if (to === "effect_checked" && !mayCheckEffect(change, decided.byId)) {
    return refuse("effect_by_other", EFFECT_BY_OTHER);
  }
  const statusReason = decided.reason?.trim() || null;
  if (to === "delivered" && from === "in_progress" && change.openMilestones.length > 0) {
    if (!mayRelease(change, { id: decided.byId, overseesAll: false }))
      return refuse("milestones_open", openWords(change.openMilestones));
    if (statusReason === null) return refuse("reason_needed", DELIVERED_EARLY);
  }
  if (to === "effect_checked" && change.hasMeasure && decided.measured === undefined) {
    return refuse("measured_needed", "Enter the measured value");
  }
  const asked = reasonAsked(from, to);
  if (asked !== undefined && statusReason === null) return refuse("reason_needed", asked);
  return { ok: true, patch: { status: to, statusReason } };
}
