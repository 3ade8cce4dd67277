import type { DehydratedState } from "@tanstack/react-query";
import { type Reads, readsOf } from "#components/base/api/reads.ts";
import { pageContext, prefetch } from "#server/http/page.ts";

/** Reads for a page, in this process, what its components would read over HTTP. */
export async function prefetchReads(
  wanted: (reads: Reads) => { queryKey: readonly unknown[] }[],
): Promise<DehydratedState> {
  return prefetch(await pageContext(), (query) => wanted(readsOf(query)));
}
