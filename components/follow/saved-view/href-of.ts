import type { SavedView } from "#lib/contract/saved-view.ts";

/** The address of the Actions page that shows a view. */
export const hrefOf = ({ id, query }: Pick<SavedView, "id" | "query">): string =>
  `/actions?saved=${id}${query ? `&${query}` : ""}`;
