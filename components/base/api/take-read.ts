import type { QueryClient, QueryKey } from "@tanstack/react-query";

/** When each read was taken, by its hash, as the time at which the server answered it. */
const taken = new WeakMap<QueryClient, Map<string, number>>();

/**
 * Returns the data that a page was sent with and removes it from the cache, because it is outdated once it was used.
 * Returning to the page with the same answer gets nothing.
 */
export function takeRead<Data>(client: QueryClient, queryKey: QueryKey): Data | undefined {
  const query = client.getQueryCache().find<Data>({ queryKey, exact: true });
  if (!query) return undefined;
  const { queryHash } = query;
  const { data, dataUpdatedAt } = query.state;
  client.removeQueries({ queryKey, exact: true });
  const times = taken.get(client) ?? new Map<string, number>();
  const before = times.get(queryHash) ?? 0;
  taken.set(client, times.set(queryHash, Math.max(before, dataUpdatedAt)));
  return dataUpdatedAt > before ? data : undefined;
}
