import { CHANGE_STATUS_WORDS, type ChangeStatus } from "#lib/base/vocabulary/strategic-change.ts";

export interface ChangeState {
  status: ChangeStatus;
  ownerId: string | null;
  targetQuarter: string | null;
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
  deferred: ["proposed", "funded"],
  declined: ["proposed"],
};

/** Moves that need a reason, with the message that asks for it: checking the effect, deferring and declining. */
const REASON_ASKED: Partial<Record<ChangeStatus, string>> = {
  effect_checked: "Compare the measure now with the expected value.",
  deferred: "Explain why it is deferred and until when.",
  declined: "Explain why it is declined and who accepts the remaining risk.",
};
const SETTLED: readonly ChangeStatus[] = ["delivered", "effect_checked", "declined"];

export const changeMoves = (status: ChangeStatus): readonly ChangeStatus[] => MOVES[status];

function reasonAsked(from: ChangeStatus, to: ChangeStatus): string | undefined {
  const isBack = SETTLED.includes(from) && to !== "effect_checked";
  return REASON_ASKED[to] ?? (isBack ? "Explain why it is resumed." : undefined);
}

/**
 * Moves a strategic change to another status, or names the rule that refuses. The reason goes into the decision log.
 */
export function transitionChange(change: ChangeState, to: ChangeStatus, reason?: string): ChangeTransition {
  const refuse = (rule: string, message: string): ChangeTransition => ({ ok: false, rule, message });
  const from = change.status;
  if (!MOVES[from].includes(to)) {
    const ways = MOVES[from].map((one) => CHANGE_STATUS_WORDS[one]).join(", ");
    const words = `${CHANGE_STATUS_WORDS[from]} cannot become ${CHANGE_STATUS_WORDS[to]}`;
    return refuse("change_status_order", `${words}. From here: ${ways}.`);
  }
  const isStarted = to === "funded" || to === "in_progress";
  if (isStarted && change.ownerId === null) return refuse("owner_needed", "Name an owner first.");
  if (to === "in_progress" && change.targetQuarter === null) {
    return refuse("target_needed", "Set a target quarter first.");
  }
  const statusReason = reason?.trim() || null;
  const asked = reasonAsked(from, to);
  if (asked !== undefined && statusReason === null) return refuse("reason_needed", asked);
  return { ok: true, patch: { status: to, statusReason } };
}
