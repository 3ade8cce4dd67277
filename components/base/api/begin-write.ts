import type { QueryClient, QueryKey } from "@tanstack/react-query";

let underWay = 0;
const waiting = new Set<() => void>();

/** Reads something again: at once, or after the last write of this tab in progress. */
export function afterWrites(read: () => void): void {
  if (underWay === 0) read();
  else waiting.add(read);
}

/**
 * Starts an optimistic write. A running read of the key may be older, so it is cancelled. Returns a function to call
 * once the write is settled: it repeats the cancelled read, so other people's changes still arrive.
 */
export async function beginWrite(client: QueryClient, queryKey: QueryKey): Promise<() => void> {
  underWay += 1;
  const stopped = client.getQueryCache().findAll({ queryKey, fetchStatus: "fetching" });
  await client.cancelQueries({ queryKey });
  return () => {
    for (const { queryKey: exactly } of stopped)
      waiting.add(() => void client.invalidateQueries({ queryKey: exactly, exact: true }));
    underWay -= 1;
    if (underWay > 0) return;
    const reads = [...waiting];
    waiting.clear();
    for (const read of reads) read();
  };
}
