/** The issue trackers that Afterword connects to. */
export const TRACKER_VENDORS = ["github", "gitlab", "jira", "linear"] as const;
export type TrackerVendor = (typeof TRACKER_VENDORS)[number];

export const TRACKER_VENDOR_WORDS: Record<TrackerVendor, string> = {
  github: "GitHub",
  gitlab: "GitLab",
  jira: "Jira Cloud",
  linear: "Linear",
};

/** Whether a connection works: paused by an admin, or rejected by the tracker until someone connects it again. */
export const TRACKER_STATES = ["active", "paused", "refused"] as const;
export type TrackerState = (typeof TRACKER_STATES)[number];

/** The state of an issue there. If a tracker gives no reason for closing an issue, it counts as completed. */
export const ISSUE_STATES = ["open", "completed", "not_planned"] as const;
export type IssueState = (typeof ISSUE_STATES)[number];

/** The fields of an action that a connection can keep equal to an issue. */
export const SYNCED_FIELDS = ["title", "status", "owner", "dueDate", "priority", "doneWhen"] as const;
export type SyncedField = (typeof SYNCED_FIELDS)[number];

export const SYNCED_FIELD_WORDS: Record<SyncedField, string> = {
  title: "Title",
  status: "State",
  owner: "Owner",
  dueDate: "Due date",
  priority: "Priority",
  doneWhen: "Done when",
};

/** Which way a line of the log went. */
export const SYNC_WAYS = ["from", "to"] as const;
export type SyncWay = (typeof SYNC_WAYS)[number];

/** How it ended: applied on the other side, our own change coming back, waiting for a person, or rejected. */
export const SYNC_STATES = ["taken", "ignored", "waits", "held", "refused"] as const;
export type SyncState = (typeof SYNC_STATES)[number];

/** The status here that an open, a started and a completed issue can give an action. None verifies it. */
export const STATUSES_FROM_THERE = {
  open: ["accepted", "in_progress"],
  started: ["accepted", "in_progress"],
  completed: ["implemented"],
} as const;
