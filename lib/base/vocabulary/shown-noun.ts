/** Nouns that screens show and load again when the server reports a change. */
export type ShownNoun =
  | "incident"
  | "timeline"
  | "impact"
  | "finding"
  | "review"
  | "factor"
  | "canonical_factor"
  | "comment"
  | "suggestion"
  | "action_item"
  | "strategic_change"
  | "member"
  | "team"
  | "service"
  | "integration"
  | "incoming_event"
  | "presence";
