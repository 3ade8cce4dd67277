import { capital } from "#lib/base/text/sentence.ts";

/** Names of the records in the audit log. A record without one can't have an entry. */
const RECORDS = {
  incident: "Incident",
  timeline_event: "Timeline event",
  impact_window: "Impact window",
  impact_series: "Measured series",
  finding: "Found in a file",
  import: "Import",
  review: "Review",
  write_up: "Write-up",
  comment_thread: "Comment",
  suggestion: "Suggestion",
  assist: "AI assistant",
  review_task: "Task of a review",
  factor: "Factor",
  recollection: "Recollection",
  learning: "Learning",
  canonical_factor: "Condition",
  promotion_rules: "Rules of proposals",
  action_item: "Action item",
  saved_view: "Saved view",
  calendar_feed: "Calendar feed",
  walk: "Weekly meeting",
  channel: "Channel",
  tracker: "Tracker",
  message_delivery: "Outgoing message",
  strategic_change: "Strategic change",
  integration: "Integration",
  routing_rule: "Routing rule",
  incoming_event: "Incoming event",
  member: "Person",
  invitation: "Invitation",
  team: "Team",
  service: "Service",
  calendar: "Business calendar",
  policy: "Policy",
  assist_setting: "AI assistant setting",
  template: "Template",
  token: "Token",
  demo: "Demo data",
  backup: "Backup",
  digest: "Digest",
} as const;

/** A record as the audit log stores it. */
export type RecordedNoun = keyof typeof RECORDS;

export const RECORDED_NOUNS = Object.keys(RECORDS) as RecordedNoun[];

/** Nouns of actions whose entries belong to another record, such as the incident of a milestone. */
const PARTS: Readonly<Record<string, string>> = {
  milestone: "Milestone",
  suspect: "Suspect",
  comment: "Comment",
  gate: "Gate",
  deadline: "Deadline",
};

const NOUN_WORDS: Readonly<Record<string, string>> = { ...RECORDS, ...PARTS };

/** A noun as people write it: "action_item" is "Action item". */
export const nounWords = (noun: string): string =>
  NOUN_WORDS[noun] ?? capital(noun.replaceAll("_", " ").replaceAll("-", " "));
