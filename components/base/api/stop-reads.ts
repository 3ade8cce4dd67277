import type { QueryClient, QueryKey } from "@tanstack/react-query";

/**
 * Stops what is being read under a key: it may be older than a change that is about to be shown. Returns what starts those
 * reads again, to be called once the change is settled, so that what other people changed still arrives.
 */
export async function stopReads(client: QueryClient, queryKey: QueryKey): Promise<() => void> {
  const stopped = client.getQueryCache().findAll({ queryKey, fetchStatus: "fetching" });
  await client.cancelQueries({ queryKey });
  return () => {
    for (const read of stopped) void client.invalidateQueries({ queryKey: read.queryKey, exact: true });
  };
}
