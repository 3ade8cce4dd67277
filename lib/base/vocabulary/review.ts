export const REVIEW_STATUSES = ["draft", "in_review", "reviewed", "published", "closed", "cancelled"] as const;
export type ReviewStatus = (typeof REVIEW_STATUSES)[number];

/** A review in one of these states still has to be published, by its deadline. */
export const UNPUBLISHED_STATUSES = ["draft", "in_review", "reviewed"] as const satisfies ReviewStatus[];

/** Returns whether readers see a version of the review that stays as it is. */
export const isPublished = (status: ReviewStatus): boolean => status === "published" || status === "closed";

export const REVIEW_STATUS_WORDS: Record<ReviewStatus, string> = {
  draft: "Draft",
  in_review: "In review",
  reviewed: "Reviewed",
  published: "Published",
  closed: "Closed",
  cancelled: "Cancelled",
};

/**
 * How the facts of a section changed. `outdated`: generated text that no one edited reads differently now. `missing`: a
 * section without text that the facts can fill now. `edited`: people wrote over generated text.
 */
export const STALE_KINDS = ["outdated", "missing", "edited"] as const;
export type StaleKind = (typeof STALE_KINDS)[number];

/** Why a version was kept: at a status, under a name that a person gave it, or automatically. */
export const VERSION_KINDS = [
  "status",
  "named",
  "pause",
  "before_restore",
  "before_update",
  "before_suggestions",
  "approved",
] as const;
export type VersionKind = (typeof VERSION_KINDS)[number];

/** States of a suggestion in the text. One that its own author rejects is withdrawn. */
export const SUGGESTION_STATUSES = ["open", "accepted", "rejected", "withdrawn"] as const;
export type SuggestionStatus = (typeof SUGGESTION_STATUSES)[number];

/** Blocks of a review that are rendered from the records and contain no copy of them. */
export const LIVE_BLOCK_KINDS = [
  "header",
  "impact",
  "keyTimes",
  "roles",
  "timeline",
  "factors",
  "learnings",
  "actions",
  "changes",
  "attendance",
  "approvals",
] as const;
export type LiveBlockKind = (typeof LIVE_BLOCK_KINDS)[number];

/** The events that people can have a timeline block show. */
export const EVENT_CHOICES = ["pinned", "all"] as const;
export type EventChoice = (typeof EVENT_CHOICES)[number];

export const LIVE_BLOCK_WORDS: Record<LiveBlockKind, string> = {
  header: "At a glance",
  impact: "Impact",
  keyTimes: "Key times",
  roles: "Roles",
  timeline: "Timeline",
  factors: "Contributing factors",
  learnings: "Learnings",
  actions: "Action items",
  changes: "Strategic changes",
  attendance: "Attendance",
  approvals: "Approvals",
};

/** Ways in which an approver decides about a review. */
export const APPROVAL_DECISIONS = ["approved", "changes_asked"] as const;
export type ApprovalDecision = (typeof APPROVAL_DECISIONS)[number];

/** States of an approver. `stale`: the words of the text changed after the approval. */
export const APPROVAL_STATES = ["waiting", "approved", "stale", "changes_asked"] as const;
export type ApprovalState = (typeof APPROVAL_STATES)[number];

export const APPROVAL_STATE_WORDS: Record<ApprovalState, string> = {
  waiting: "not decided yet",
  approved: "approved",
  stale: "approved an earlier version",
  changes_asked: "asked for changes",
};

/** Gates that the records can check, with stable codes for waivers. */
export const GATE_CODES = [
  "impact_stated",
  "milestones_set",
  "factors_enough",
  "drafts_accepted",
  "meeting_held",
  "factors_evidenced",
  "priority_actions_complete",
  "priority_action_exists",
  "priority_actions_settled",
  "approvals_in",
] as const;

/** A gate of the records, or of a section that the template requires: `section:detection`. */
export type GateCode = (typeof GATE_CODES)[number] | `section:${string}`;

/** Names of a review's gates, worded as in its list of open gates. */
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
