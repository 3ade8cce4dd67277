import type { QueryClient, QueryKey } from "@tanstack/react-query";

let underWay = 0;
const waiting = new Set<() => void>();

/** Reads something again: at once, or after the last write of this tab that is under way. */
export function afterWrites(read: () => void): void {
  if (underWay === 0) read();
  else waiting.add(read);
}

/**
 * Starts a write that is shown before the server has it. What is being read under the key can be older, so it is stopped.
 * Returns what ends the write, to be called once it is settled: what was stopped is then read again, so what other
 * people changed still arrives.
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
