import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { isOpen } from "./change.ts";

/** The part of a list's input that says which rows belong in it. */
export interface ListInput {
  q?: string | undefined;
  status?: readonly string[] | undefined;
  priority?: readonly string[] | undefined;
  type?: readonly string[] | undefined;
  ownerId?: readonly string[] | undefined;
  teamId?: readonly string[] | undefined;
  incidentKey?: string | undefined;
  reviewKey?: string | undefined;
  mine?: boolean | undefined;
  unowned?: boolean | undefined;
  open?: boolean | undefined;
  dueBefore?: string | undefined;
  dueAfter?: string | undefined;
  archived?: boolean | undefined;
  sort?: "due" | "priority" | "newest" | undefined;
}

interface Page {
  items: ActionItemRow[];
  nextCursor: string | null;
}
export interface Pages {
  pages: Page[];
  pageParams: unknown[];
}

const inSet = (set: readonly string[] | undefined, value: string | undefined) =>
  set === undefined || (value !== undefined && set.includes(value));

/** Whether a changed row still belongs in a list. A search by words is left to the server. */
export function belongs(row: ActionItemRow, input: ListInput, meId: string | undefined): boolean {
  const isInRange =
    (input.dueBefore === undefined || (row.dueDate !== null && row.dueDate < input.dueBefore)) &&
    (input.dueAfter === undefined || (row.dueDate !== null && row.dueDate > input.dueAfter));
  return (
    row.archived === (input.archived ?? false) &&
    (!input.open || isOpen(row)) &&
    (!input.mine || row.owner?.id === meId) &&
    (!input.unowned || row.owner === null) &&
    inSet(input.status, row.status) &&
    inSet(input.priority, row.priority) &&
    inSet(input.type, row.type) &&
    inSet(input.ownerId, row.owner?.id) &&
    inSet(input.teamId, row.team?.id) &&
    (input.incidentKey === undefined || row.incident?.key === input.incidentKey) &&
    (input.reviewKey === undefined || row.review?.key === input.reviewKey) &&
    isInRange
  );
}

const numberOf = (row: ActionItemRow) => Number(row.key.slice(4));
const byDue = (one: ActionItemRow, other: ActionItemRow) =>
  (one.dueDate ?? "9999").localeCompare(other.dueDate ?? "9999") || numberOf(one) - numberOf(other);
const ORDERS = {
  due: byDue,
  priority: (one: ActionItemRow, other: ActionItemRow) =>
    one.priority.localeCompare(other.priority) || byDue(one, other),
  newest: (one: ActionItemRow, other: ActionItemRow) => numberOf(other) - numberOf(one),
};

/** Replaces a row where it is, for the moment in which the server has not answered yet. */
export function patchRow(data: Pages, key: string, change: (row: ActionItemRow) => ActionItemRow): Pages {
  if (!data.pages.some((page) => page.items.some((item) => item.key === key))) return data;
  const patched = (row: ActionItemRow) => (row.key === key ? change(row) : row);
  return { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(patched) })) };
}

/**
 * Puts a settled row where the server would list it: out when it no longer belongs, else at its place in the order. A place
 * behind the last loaded row is left to the next page. Pages keep their cursors.
 */
export function placeRow(data: Pages, row: ActionItemRow, input: ListInput, meId: string | undefined): Pages {
  const all = data.pages.flatMap((page) => page.items);
  const wasThere = all.some((item) => item.key === row.key);
  if (!wasThere && input.q) return data;
  const others = all.filter((item) => item.key !== row.key);
  const order = ORDERS[input.sort ?? "due"];
  const at = others.findIndex((item) => order(row, item) < 0);
  const hasMore = data.pages.at(-1)?.nextCursor != null;
  const isBehind = at < 0 && hasMore;
  const rows = belongs(row, input, meId) && !isBehind ? others.toSpliced(at < 0 ? others.length : at, 0, row) : others;
  return { ...data, pages: refill(data.pages, rows) };
}

function refill(pages: readonly Page[], rows: readonly ActionItemRow[]): Page[] {
  let from = 0;
  return pages.map((page, at) => {
    const to = at === pages.length - 1 ? rows.length : Math.min(rows.length, from + page.items.length);
    const items = rows.slice(from, to);
    from = to;
    return { ...page, items };
  });
}
