/**
 * The milestones, in the order of a textbook incident. `classified` is asked for only by deadlines that count from it.
 */
export const MILESTONES = [
  "trigger_change",
  "impact_started",
  "detected",
  "paged",
  "acknowledged",
  "responding",
  "declared",
  "classified",
  "commander_assigned",
  "first_public_update",
  "mitigation_started",
  "mitigated",
  "resolved",
  "closed",
] as const;
export type MilestoneName = (typeof MILESTONES)[number];

export const MILESTONE_WORDS: Record<MilestoneName, string> = {
  trigger_change: "Trigger",
  impact_started: "Impact started",
  detected: "Detected",
  paged: "Paged",
  acknowledged: "Acknowledged",
  responding: "Responding",
  declared: "Declared",
  classified: "Classified",
  commander_assigned: "Commander assigned",
  first_public_update: "First public update",
  mitigation_started: "Mitigation started",
  mitigated: "Mitigated",
  resolved: "Resolved",
  closed: "Closed",
};
