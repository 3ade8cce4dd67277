/** Kinds of content in an imported file, in addition to its events. */
export const FINDING_KINDS = ["summary", "impact", "factor", "action"] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export const FINDING_KIND_WORDS: Record<FindingKind, string> = {
  summary: "Summary",
  impact: "Impact",
  factor: "Factor",
  action: "Action",
};

export const FINDING_STATES = ["waiting", "accepted", "dismissed"] as const;
export type FindingState = (typeof FINDING_STATES)[number];
