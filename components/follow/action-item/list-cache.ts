import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { isPlainSort } from "#lib/follow/action-item/query/fields.ts";
import { isPlaced } from "#lib/follow/action-item/query/query.ts";
import { ACTION_LIST_ORDERS, type ActionListInput, belongsInActionList } from "#lib/story/action-list.ts";

interface Page {
  items: ActionItemRow[];
  nextCursor: string | null;
}
export interface Pages {
  pages: Page[];
  pageParams: unknown[];
}

/** Replaces a row in place until the server has responded. */
export function patchRow(data: Pages, key: string, change: (row: ActionItemRow) => ActionItemRow): Pages {
  if (!data.pages.some((page) => page.items.some((item) => item.key === key))) return data;
  const patched = (row: ActionItemRow) => (row.key === key ? change(row) : row);
  return { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(patched) })) };
}

/**
 * Puts a settled row where the server would list it: removed if it no longer belongs, otherwise in its place in the
 * order. A place after the last loaded row is left to the next page. Pages keep their cursors. With a filter or an
 * order that only the server computes, it stays where it is until the list is read again.
 */
export function placeRow(data: Pages, row: ActionItemRow, input: ActionListInput, meId: string | undefined): Pages {
  const all = data.pages.flatMap((page) => page.items);
  const wasThere = all.some((item) => item.key === row.key);
  if (!wasThere && input.q) return data;
  const others = all.filter((item) => item.key !== row.key);
  const sort = input.sort ?? "due";
  if (!isPlainSort(sort) || !isPlaced(input))
    return patchRow(data, row.key, ({ heading }) => (heading === undefined ? row : { ...row, heading }));
  const order = ACTION_LIST_ORDERS[sort];
  const at = others.findIndex((item) => order(row, item) < 0);
  const hasMore = data.pages.at(-1)?.nextCursor != null;
  const isBehind = at < 0 && hasMore;
  const rows =
    belongsInActionList(row, input, meId) && !isBehind ? others.toSpliced(at < 0 ? others.length : at, 0, row) : others;
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
