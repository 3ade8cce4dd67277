import type { LocalDate } from "#lib/base/time/local-date.ts";

/**
 * The state of an issue in a tracker. `started` only where the tracker has it itself (Jira, Linear); elsewhere a label
 * says so. A state that isn't known is `open`.
 */
export const REMOTE_STATES = ["open", "started", "completed", "not_planned"] as const;
export type RemoteState = (typeof REMOTE_STATES)[number];

export interface RemotePerson {
  /** Stable, such as GitHub's numeric id or Jira's accountId. */
  id: string;
  /** As shown there: a login or a name. */
  name: string;
}

/** An issue as it is in a tracker now. */
export interface RemoteIssue {
  /** Stays the same if the issue is renamed, and if it is moved where the tracker offers that. */
  id: string;
  /** As people write it: acme/payments#790, OPS-77. */
  ref: string;
  url: string;
  title: string;
  state: RemoteState;
  /** The first one if it has several. */
  assignee: RemotePerson | null;
  due: LocalDate | null;
  labels: readonly string[];
  /** Instant in ISO 8601. */
  updatedAt: string;
}

/** A change of an issue. Absent fields stay. */
export interface RemoteChange {
  title?: string;
  state?: RemoteState;
  /** Id of a person, or null for no one. */
  assignee?: string | null;
  due?: LocalDate | null;
  addLabels?: readonly string[];
  removeLabels?: readonly string[];
  body?: string;
}

export interface NewIssue {
  title: string;
  /** Markdown. */
  body: string;
  labels: readonly string[];
  assignee: string | null;
  due: LocalDate | null;
}
