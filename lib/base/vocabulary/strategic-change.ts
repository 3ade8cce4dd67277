export const CHANGE_STATUSES = [
  "proposed",
  "funded",
  "in_progress",
  "delivered",
  "effect_checked",
  "deferred",
  "declined",
] as const;
export type ChangeStatus = (typeof CHANGE_STATUSES)[number];

export const CHANGE_STATUS_WORDS: Record<ChangeStatus, string> = {
  proposed: "Proposed",
  funded: "Funded",
  in_progress: "In progress",
  delivered: "Delivered",
  effect_checked: "Effect checked",
  deferred: "Deferred",
  declined: "Declined",
};

export const CHANGE_DECISION_KINDS = ["status", "assessed", "left_out", "narrowed", "effect_later"] as const;
export type ChangeDecisionKind = (typeof CHANGE_DECISION_KINDS)[number];

/** Decisions that leave the status as it is and concern the scope. Each names who accepts it. */
export const SCOPE_DECISIONS = ["left_out", "narrowed"] as const satisfies readonly ChangeDecisionKind[];
export type ScopeDecision = (typeof SCOPE_DECISIONS)[number];

export const DECISION_KIND_WORDS: Record<Exclude<ChangeDecisionKind, "status">, string> = {
  assessed: "To assess",
  left_out: "Left out",
  narrowed: "Scope reduced",
  effect_later: "Effect later",
};

/** Returns what was decided, for a log. A delivery whose effect is checked again isn't a second one. */
export function decisionWords(decided: {
  kind: ChangeDecisionKind;
  from: ChangeStatus | null;
  to: ChangeStatus;
}): string {
  const { kind, from, to } = decided;
  if (kind !== "status") return DECISION_KIND_WORDS[kind];
  return from === "effect_checked" && to === "delivered" ? "Effect to recheck" : CHANGE_STATUS_WORDS[to];
}

export const CHANGE_HEALTHS = ["on_track", "at_risk", "off_track"] as const;
export type ChangeHealth = (typeof CHANGE_HEALTHS)[number];

export const CHANGE_HEALTH_WORDS: Record<ChangeHealth, string> = {
  on_track: "On track",
  at_risk: "At risk",
  off_track: "Off track",
};

export const CHANGE_HEALTH_MEANINGS: Record<ChangeHealth, string> = {
  on_track: "Confident of the date",
  at_risk: "Behind, still possible with help",
  off_track: "Will probably miss the date",
};

export const CHANGE_CONFIDENCES = ["high", "medium", "low"] as const;
export type ChangeConfidence = (typeof CHANGE_CONFIDENCES)[number];

export const CHANGE_CONFIDENCE_WORDS: Record<ChangeConfidence, string> = {
  high: "High",
  medium: "Medium",
  low: "Low",
};

/** Verdicts on the effect of a change, from the incidents before and after it. */
export const EFFECT_VERDICTS = ["too_early", "fewer", "more"] as const;
export type EffectVerdict = (typeof EFFECT_VERDICTS)[number];
