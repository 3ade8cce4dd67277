import { DAY_MS } from "#lib/base/time/spans.ts";
import type { ActionPriority, ActionStatus } from "#lib/base/vocabulary/action-item.ts";

/** The statuses in which an action waits for someone to work on it. */
export const WANTED_STATUSES = ["proposed", "accepted", "in_progress"] as const satisfies readonly ActionStatus[];

interface Wanted {
  priority: ActionPriority;
  status: ActionStatus;
  isArchived: boolean;
  updatedAt: Date;
  /** When people were asked whether it is still wanted. */
  askedAt: Date | null;
}

/** Returns whether people are asked whether it is still wanted, and no change has answered that. */
export const isAskedIfWanted = ({ priority, status, isArchived, updatedAt, askedAt }: Wanted): boolean =>
  priority === "P3" &&
  !isArchived &&
  (WANTED_STATUSES as readonly ActionStatus[]).includes(status) &&
  askedAt !== null &&
  askedAt >= updatedAt;

/** Returns the time of the last change up to which actions are old enough to be asked about, after so many days. */
export const askedIfUnchangedSince = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS);
