/** Actions that need no record to decide. */
export const GLOBAL_ACTIONS = [
  "incident.create",
  "action.create",
  "change.create",
  "promotion.answer",
  "people.manage",
  "service.propose",
  "settings.manage",
  "template.manage",
  "policy.manage",
  "integration.manage",
  "audit.read",
  "demo.remove",
  "work.own",
  "waiver.answer",
  "view.share",
  "token.administer",
] as const;
export type GlobalAction = (typeof GLOBAL_ACTIONS)[number];

/** Actions on one record, by noun. */
export const RECORD_ACTIONS = {
  incident: ["read", "edit", "cancel", "restrict", "curate", "generate"],
  review: [
    "read",
    "write",
    "comment",
    "move",
    "nameReaders",
    "setReviewed",
    "publish",
    "approve",
    "waive",
    "takeUp",
    "cancel",
    "readVersions",
  ],
  factor: ["read", "edit"],
  canonicalFactor: ["read", "edit"],
  actionItem: ["read", "edit", "work", "comment", "verify", "moveDate", "approve", "purge"],
  strategicChange: ["read", "edit", "comment", "report", "decide", "checkEffect"],
  savedView: ["read", "edit"],
  incomingEvent: ["read", "settle"],
  comment: ["read", "edit", "remove"],
  note: ["read", "edit", "remove"],
} as const;
export type RecordNoun = keyof typeof RECORD_ACTIONS;
export type RecordAction<Noun extends RecordNoun> = (typeof RECORD_ACTIONS)[Noun][number];
