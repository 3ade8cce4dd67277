interface Row {
  id: string;
}
interface Page<R extends Row> {
  items: R[];
}
/** A list in the cache: one page, or all pages loaded so far. */
export type Listed<R extends Row> = Page<R> | { pages: Page<R>[]; pageParams: unknown[] };

/** Returns the list with the given fields of one row changed, or the same object if the row isn't in it. */
export function withRow<R extends Row>(
  data: Listed<R> | undefined,
  row: Partial<R> & { id: string },
): Listed<R> | undefined {
  if (data === undefined) return undefined;
  if (!("pages" in data)) return patchPage(data, row);
  const pages = data.pages.map((page) => patchPage(page, row));
  return pages.every((page, at) => page === data.pages[at]) ? data : { ...data, pages };
}

/** Returns the list without these rows. */
export function withoutRows<R extends Row>(data: Listed<R> | undefined, ids: ReadonlySet<string>) {
  const cut = (page: Page<R>) => ({ ...page, items: page.items.filter(({ id }) => !ids.has(id)) });
  if (data === undefined) return undefined;
  return "pages" in data ? { ...data, pages: data.pages.map(cut) } : cut(data);
}

function patchPage<R extends Row, P extends Page<R>>(page: P, row: Partial<R> & { id: string }): P {
  if (!page.items.some((item) => item.id === row.id)) return page;
  return { ...page, items: page.items.map((item) => (item.id === row.id ? { ...item, ...row } : item)) };
}

/** Returns whether cached data is a list that is loaded page by page. */
export const isPages = <Pages extends { pages: unknown }>(data: unknown): data is Pages =>
  typeof data === "object" && data !== null && "pages" in data;
