import { CHANGE_STATUS_WORDS, type ChangeStatus } from "#lib/base/vocabulary/strategic-change.ts";

export interface ChangeState {
  status: ChangeStatus;
  ownerId: string | null;
  sponsorId: string | null;
  targetQuarter: string | null;
  /** Titles of the blocking milestones that aren't reached. */
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
}

export type ChangeTransition =
  | { ok: true; patch: { status: ChangeStatus; statusReason: string | null } }
  | { ok: false; rule: string; message: string };

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
  effect_checked: "Compare the measure now with the expected value.",
  deferred: "Explain why it is deferred.",
  declined: "Explain why it is declined.",
};
const SETTLED: readonly ChangeStatus[] = ["delivered", "effect_checked", "declined"];

/** Returns whether nothing of a change is ahead any more. */
export const isOver = (status: ChangeStatus): boolean => SETTLED.includes(status);

const DELIVERED_EARLY = "Explain why it is delivered with blocking milestones open.";
const openWords = (open: readonly string[]) =>
  `These milestones block delivery and aren’t reached: ${open.join(", ")}. Only the sponsor can deliver it anyway, with a reason.`;

export const changeMoves = (status: ChangeStatus): readonly ChangeStatus[] => MOVES[status];

function reasonAsked(from: ChangeStatus, to: ChangeStatus): string | undefined {
  const isBack = SETTLED.includes(from) && to !== "effect_checked";
  return REASON_ASKED[to] ?? (isBack ? "Explain why it is resumed." : undefined);
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
  if (isStarted && change.ownerId === null) return refuse("owner_needed", "Name an owner first.");
  if (to === "funded" && from !== "in_progress" && !change.hasMeasure) {
    return refuse("measure_needed", "First enter how the effect is measured: a metric, a target and a day.");
  }
  if (to === "in_progress" && change.targetQuarter === null) {
    return refuse("target_needed", "Set a target quarter first.");
  }
  if (to === "effect_checked" && decided.byId !== null && decided.byId === change.ownerId) {
    return refuse("effect_by_other", "Someone other than the owner checks the effect, such as the sponsor or a TPM.");
  }
  const statusReason = decided.reason?.trim() || null;
  if (to === "delivered" && from === "in_progress" && change.openMilestones.length > 0) {
    const isSponsor = change.sponsorId !== null && decided.byId === change.sponsorId;
    if (!isSponsor) return refuse("milestones_open", openWords(change.openMilestones));
    if (statusReason === null) return refuse("reason_needed", DELIVERED_EARLY);
  }
  if (to === "effect_checked" && change.hasMeasure && decided.measured === undefined) {
    return refuse("measured_needed", "Enter the measured value.");
  }
  const asked = reasonAsked(from, to);
  if (asked !== undefined && statusReason === null) return refuse("reason_needed", asked);
  return { ok: true, patch: { status: to, statusReason } };
}
