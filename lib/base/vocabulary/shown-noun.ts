/** What screens show and ask for again when the server says that it changed. */
export type ShownNoun =
  | "incident"
  | "timeline"
  | "impact"
  | "finding"
  | "review"
  | "factor"
  | "comment"
  | "action_item"
  | "strategic_change"
  | "member"
  | "team"
  | "service"
  | "integration"
  | "incoming_event"
  | "presence";
