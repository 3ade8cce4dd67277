/** A person's reading of a write-up. Times are ISO 8601 with their offset. */
export interface Truth {
  zone: { stated: boolean; name: string | null; offset: string };
  events: TruthEvent[];
  milestones: Partial<Record<TruthMilestone, { at: string; approx?: boolean; interpretation?: boolean } | null>>;
  actionItems: { text: string; owner: string | null; status: string | null }[];
}

export interface TruthEvent {
  at: string;
  text: string;
  until?: string;
  precision?: string;
}

/** Milestones by their names in the truth files, with the timeline's names. The end of impact isn't a milestone. */
export const TRUTH_MILESTONES = {
  impactStart: "impact_started",
  detected: "detected",
  declared: "declared",
  mitigated: "mitigated",
  resolved: "resolved",
} as const;
export type TruthMilestone = keyof typeof TRUTH_MILESTONES;
