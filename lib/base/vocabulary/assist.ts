/** Tasks of the AI assistant. */
export const ASSIST_KINDS = ["second_look", "draft"] as const;
export type AssistKind = (typeof ASSIST_KINDS)[number];

/** States of a request to the AI assistant. */
export const ASSIST_STATES = ["waiting", "asking", "checking", "done", "failed", "cancelled"] as const;
export type AssistState = (typeof ASSIST_STATES)[number];

/** A request that isn't finished. A review has one of these at a time. */
export const OPEN_ASSIST_STATES = ["waiting", "asking", "checking"] as const satisfies readonly AssistState[];

export const isAssistOpen = (state: AssistState): boolean => OPEN_ASSIST_STATES.some((one) => one === state);

/** Kinds of findings of a second look. */
export const FINDING_KINDS = ["gap", "contradiction", "similar"] as const;
export type AssistFindingKind = (typeof FINDING_KINDS)[number];

export const FINDING_WORDS: Record<AssistFindingKind, string> = {
  gap: "Gap",
  contradiction: "Contradiction",
  similar: "Similar incident",
};
