import { addDays } from "#lib/base/time/local-date.ts";
import type { ActionPriority, ActionStatus, ActionType } from "#lib/base/vocabulary/action-item.ts";
import { dueRange } from "#lib/follow/action-item/lateness.ts";

export const VIEWS = ["mine", "late", "soon", "verify", "unowned", "open", "all"] as const;
export type View = (typeof VIEWS)[number];

export const VIEW_WORDS: Record<View, string> = {
  mine: "Mine",
  late: "Late",
  soon: "Due in 14 days",
  verify: "To verify",
  unowned: "No owner",
  open: "All open",
  all: "All",
};

export const BANDS = ["onTime", "d1to7", "d8to30", "d31to90", "over90"] as const;
export type Band = (typeof BANDS)[number];

export const SORTS = ["due", "priority", "newest"] as const;
export type Sort = (typeof SORTS)[number];

/** The URL parameters of the tracker other than the view. */
export interface TrackerFilters {
  q: string;
  status: ActionStatus[];
  priority: ActionPriority[];
  type: ActionType[];
  owner: string[];
  team: string[];
  incident: string | null;
  review: string | null;
  band: Band | null;
  archived: boolean;
  sort: Sort | null;
}

interface DueRange {
  dueBefore?: string;
  dueAfter?: string;
}

function dueOf(view: View, band: Band | null, today: string): DueRange {
  const range = band ?? (view === "late" || view === "soon" ? view : null);
  if (range === null) return {};
  const { first, last } = dueRange(range, today);
  return {
    ...(first === null ? {} : { dueAfter: addDays(first, -1) }),
    ...(last === null ? {} : { dueBefore: addDays(last, 1) }),
  };
}

/** A view's own order. Otherwise actions that were settled long ago would come first. */
export const sortOf = (view: View, sort: Sort | null): Sort => sort ?? (view === "all" ? "newest" : "due");

/** Returns the input of the list for a view and filters. The same list has the same object. */
export function listInputOf(view: View, filters: TrackerFilters, today: string) {
  const { q, status, priority, type, owner, team, incident, review, archived } = filters;
  const statuses = view === "verify" ? (["implemented"] as const).slice() : status;
  return {
    limit: 50,
    sort: sortOf(view, filters.sort),
    ...(view === "all" || view === "verify" ? { open: false } : { open: true, today }),
    mine: view === "mine",
    unowned: view === "unowned",
    archived,
    ...dueOf(view, filters.band, today),
    ...(q.trim() ? { q: q.trim() } : {}),
    ...(statuses.length > 0 ? { status: statuses } : {}),
    ...(priority.length > 0 ? { priority } : {}),
    ...(type.length > 0 ? { type } : {}),
    ...(owner.length > 0 ? { ownerId: owner } : {}),
    ...(team.length > 0 ? { teamId: team } : {}),
    ...(incident ? { incidentKey: incident } : {}),
    ...(review ? { reviewKey: review } : {}),
  };
}

/** Returns whether anything besides the view narrows the list. */
export const isFiltered = ({
  q,
  status,
  priority,
  type,
  owner,
  team,
  incident,
  review,
  band,
  archived,
}: TrackerFilters) =>
  q.trim() !== "" ||
  [status, priority, type, owner, team].some((values) => values.length > 0) ||
  [incident, review, band].some((value) => value !== null) ||
  archived;
