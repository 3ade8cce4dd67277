/** Ways in which an action item addresses a factor. */
export const ACTION_TYPES = ["prevent", "detect", "mitigate", "repair", "investigate", "process"] as const;
export type ActionType = (typeof ACTION_TYPES)[number];

export const ACTION_TYPE_WORDS: Record<ActionType, string> = {
  prevent: "Prevent",
  detect: "Detect",
  mitigate: "Mitigate",
  repair: "Repair",
  investigate: "Investigate",
  process: "Process",
};

export const ACTION_TYPE_MEANINGS: Record<ActionType, string> = {
  prevent: "Makes this class of incident less likely",
  detect: "Shows it sooner",
  mitigate: "Makes it smaller or shorter",
  repair: "Repairs what this incident damaged",
  investigate: "Finds what is still unknown",
  process: "Changes how people work together",
};

export const ACTION_PRIORITIES = ["P0", "P1", "P2", "P3"] as const;
export type ActionPriority = (typeof ACTION_PRIORITIES)[number];

export const ACTION_PRIORITY_MEANINGS: Record<ActionPriority, string> = {
  P0: "It could happen again soon with severe impact. Work starts now.",
  P1: "Needed to prevent another SEV1 or SEV2",
  P2: "A significant improvement",
  P3: "Good to have. Asked about again after 90 days without a change.",
};

export const ACTION_STATUSES = [
  "proposed",
  "accepted",
  "in_progress",
  "implemented",
  "verified",
  "declined",
  "waived",
] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];

export const ACTION_STATUS_WORDS: Record<ActionStatus, string> = {
  proposed: "Proposed",
  accepted: "Accepted",
  in_progress: "In progress",
  implemented: "To verify",
  verified: "Verified",
  declined: "Declined",
  waived: "Waived",
};

/** The thing that a blocked action item waits for, if it isn't only named in the reason. */
/** Relations between two actions. The last two are the other side of the first and the third. */
export const RELATIONS = ["blocks", "relates", "duplicates", "blocked_by", "duplicated_by"] as const;
export type Relation = (typeof RELATIONS)[number];

export const RELATION_WORDS: Record<Relation, string> = {
  blocks: "Blocks",
  relates: "Relates to",
  duplicates: "Duplicates",
  blocked_by: "Blocked by",
  duplicated_by: "Duplicated by",
};

/** The title of a reference to a purged action. */
export const PURGED_TITLE = "Purged item";

/** How many actions can be asked about in one request. Each is a message of its own. */
export const MOST_ASKED = 50;

export const BLOCKER_KINDS = ["person", "team", "action"] as const;

/** The bases of due dates. The first two are counted again: when the review is published, or the action is accepted. */
export const DUE_BASES = ["until_publication", "until_acceptance", "publication", "acceptance", "person"] as const;
export type DueBasis = (typeof DUE_BASES)[number];

export const DUE_BASIS_WORDS: Record<DueBasis, string> = {
  until_publication: "Provisional: recalculated when the review is published",
  until_acceptance: "Provisional: recalculated when the action is accepted",
  publication: "Counted from the publication of the review",
  acceptance: "Counted from acceptance",
  person: "Set by a person",
};

/** Whether a verified action worked. One that nothing exercised is asked about again. */
export const EFFECT_ANSWERS = ["yes", "partly", "no", "not_exercised"] as const;
export type EffectAnswer = (typeof EFFECT_ANSWERS)[number];

export const EFFECT_ANSWER_WORDS: Record<EffectAnswer, string> = {
  yes: "Yes",
  partly: "Partly",
  no: "No",
  not_exercised: "Not exercised",
};

/**
 * A waiver waits for its answer, pauses the action, was rejected, or is over: withdrawn, ended early or on its day.
 */
export const WAIVER_STATUSES = ["requested", "approved", "refused", "ended"] as const;

export const WAIVER_STATUS_WORDS: Record<(typeof WAIVER_STATUSES)[number], string> = {
  requested: "Requested",
  approved: "Approved",
  refused: "Rejected",
  ended: "Ended",
};

/** Why an action item was declined. The last three have a link to the replacement. */
export const DECLINE_KINDS = ["wont_do", "duplicate", "superseded", "moved_to_change"] as const;
export type DeclineKind = (typeof DECLINE_KINDS)[number];

export const DECLINE_KIND_WORDS: Record<DeclineKind, string> = {
  wont_do: "Won't be done",
  duplicate: "Duplicate of another action item",
  superseded: "Superseded by another action item",
  moved_to_change: "Moved to a strategic change",
};

/** Kinds of evidence that an action is done. A merged change is a link to it in its repository. */
export const ACTION_EVIDENCE_KINDS = ["link", "event", "change", "query", "text", "file"] as const;
export type ActionEvidenceKind = (typeof ACTION_EVIDENCE_KINDS)[number];

export const ACTION_EVIDENCE_KIND_WORDS: Record<ActionEvidenceKind, string> = {
  link: "Link",
  event: "Timeline event",
  change: "Merged change",
  query: "Query",
  text: "Description",
  file: "File",
};

/** A verifier's answers about one condition of "Done when". */
export const POINT_ANSWERS = ["met", "not_met", "not_checked"] as const;
export type PointAnswer = (typeof POINT_ANSWERS)[number];

export const POINT_ANSWER_WORDS: Record<PointAnswer, string> = {
  met: "Met",
  not_met: "Not met",
  not_checked: "Not checked",
};
