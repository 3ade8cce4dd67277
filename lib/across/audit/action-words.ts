const NOUN_WORDS: Record<string, string> = {
  incident: "Incident",
  timeline_event: "Timeline event",
  milestone: "Milestone",
  impact_window: "Impact window",
  impact_series: "Measured series",
  suspect: "Suspect",
  import: "Import",
  finding: "Found in a file",
  review: "Review",
  comment: "Comment",
  comment_thread: "Comment",
  gate: "Gate",
  factor: "Factor",
  action_item: "Action item",
  strategic_change: "Strategic change",
  member: "Person",
  invitation: "Invitation",
  token: "Token",
  team: "Team",
  service: "Service",
  integration: "Integration",
  routing_rule: "Routing rule",
  incoming_event: "Incoming event",
  demo: "Demo data",
  backup: "Backup",
  digest: "Digest",
};

/** "action_item" as people say it. */
export const nounWords = (noun: string): string =>
  NOUN_WORDS[noun] ?? capital(noun.replaceAll("_", " ").replaceAll("-", " "));

/** What was done, as a sentence; what is not here is told by its noun and its verb. */
const SENTENCES: Record<string, string> = {
  "incident.created": "Created the incident",
  "incident.updated": "Changed the incident",
  "incident.severity_changed": "Changed the severity",
  "incident.restricted": "Restricted the incident",
  "incident.opened_to_all": "Opened the incident to everyone",
  "incident.archived": "Archived the incident",
  "incident.restored": "Restored the incident",
  "incident.clock_set": "Corrected the clock of a source",
  "incident.clock_cleared": "Removed the correction of a clock",
  "import.created": "Imported events",
  "import.undone": "Undid an import",
  "import.redone": "Restored an import",
  "import.zone_answered": "Answered the time zone of an import",
  "import.zone_taken_back": "Undid the answer of a time zone",
  "timeline_event.added": "Added an event",
  "timeline_event.updated": "Changed an event",
  "timeline_event.merged": "Merged events",
  "timeline_event.bundled": "Bundled events",
  "timeline_event.split": "Split events",
  "timeline_event.note_added": "Added a note",
  "timeline_event.evidence_added": "Attached evidence",
  "timeline_event.removed": "Removed an event",
  "timeline_event.restored": "Restored an event",
  "timeline_event.reverted": "Restored the words of the source",
  "milestone.set": "Set a milestone",
  "milestone.cleared": "Cleared a milestone",
  "milestone.refused": "Dismissed a suggested milestone",
  "milestone.allowed": "Restored a suggested milestone",
  "impact_window.added": "Added an impact window",
  "impact_window.updated": "Changed an impact window",
  "impact_window.removed": "Removed an impact window",
  "impact_series.kept": "Kept a measured series",
  "finding.accepted": "Accepted what was found in a file",
  "finding.dismissed": "Dismissed what was found in a file",
  "finding.restored": "Restored what was found in a file",
  "incoming_event.attached": "Attached unassigned events",
  "incoming_event.detached": "Returned events to the unassigned ones",
  "integration.events_joined": "Events joined automatically",
  "integration.incident_opened": "Opened automatically",
  "review.generated": "Generated the review",
  "review.generation_undone": "Undid generating the review",
  "review.drafts_updated": "Updated the generated parts",
  "review.updated": "Changed the review",
  "review.draft": "Moved back to draft",
  "review.in_review": "Sent to review",
  "review.reviewed": "Marked as reviewed",
  "review.published": "Published the review",
  "review.closed": "Closed the review",
  "review.cancelled": "Cancelled the review",
  "review.reopened": "Reopened the review",
  "review.archived": "Archived the review",
  "review.restored": "Restored the review",
  "gate.waived": "Waived a gate",
  "gate.waiver_taken_back": "Withdrew a waiver",
  "factor.added": "Added a contributing factor",
  "factor.updated": "Changed a contributing factor",
  "factor.removed": "Removed a contributing factor",
  "factor.restored": "Restored a contributing factor",
  "comment.added": "Commented",
  "comment.edited": "Edited a comment",
  "comment.deleted": "Deleted a comment",
  "comment_thread.resolved": "Resolved a comment",
  "comment_thread.reopened": "Reopened a comment",
  "action_item.created": "Proposed an action",
  "action_item.updated": "Changed an action",
  "action_item.accepted": "Accepted an action",
  "action_item.in_progress": "Started an action",
  "action_item.implemented": "Submitted an action for verification",
  "action_item.verified": "Verified an action",
  "action_item.declined": "Declined an action",
  "action_item.waived": "Waived an action",
};

/** The gates of a review, as its list of open gates says them. */
export const GATE_WORDS: Readonly<Record<string, string>> = {
  impact_stated: "Impact is filled in or marked as unknown",
  milestones_set: "Key times are set or marked as not applicable",
  factors_enough: "Enough contributing factors",
  factors_evidenced: "Every factor has evidence or is a hypothesis",
  drafts_accepted: "Drafted text is edited or accepted",
  meeting_held: "Review meeting held",
  priority_actions_complete: "Every P0 and P1 action has an owner, a due date and “done when”",
  priority_action_exists: "At least one P0 or P1 action",
  priority_actions_settled: "Every P0 and P1 action is verified, declined or moved to a strategic change",
};

/** "incident.severity_changed" as a sentence: "Changed the severity". */
export function actionWords(action: string): string {
  const sentence = SENTENCES[action];
  if (sentence) return sentence;
  const dot = action.indexOf(".");
  if (dot < 0) return capital(action.replaceAll("_", " "));
  return `${nounWords(action.slice(0, dot))}: ${action.slice(dot + 1).replaceAll("_", " ")}`;
}

const ACTOR_WORDS: Record<string, string> = {
  token: "by token",
  cli: "command line",
  job: "a job of the server",
  demo: "loader of the demo data",
  "set-up": "first set-up",
  "sign-in": "sign-in page",
};

/** Who acted, with how when it was not in the browser: "Maya, by token". */
export function actorWords(actor: string, kind: string): string {
  if (kind === "user") return actor;
  const how = ACTOR_WORDS[kind] ?? kind;
  return kind === "token" ? `${actor}, ${how}` : capital(how);
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
