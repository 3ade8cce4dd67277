/** Events that seem to be one fact (merged) or repeats of one alert (bundled), with one sentence why. */
export interface Suggestion {
  relation: "merged" | "bundled";
  leadId: string;
  /** The other events, in order. */
  eventIds: string[];
  /** 0 to 1. */
  certainty: number;
  reason: string;
}
