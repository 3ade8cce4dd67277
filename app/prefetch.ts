import type { DehydratedState, QueryClient } from "@tanstack/react-query";
import { cache } from "react";
import { type Reads, readsOf } from "#components/base/api/reads.ts";
import { pageContext, prefetch } from "#server/http/page.ts";

/** A layout and its page ask once who sent the request. */
const contextOfPage = cache(pageContext);

type Wanted = { queryKey: readonly unknown[] }[];

/**
 * Reads data for a page in this process that its components would read over HTTP. `next` returns further reads, from
 * the data of the first ones.
 */
export async function prefetchReads(
  wanted: (reads: Reads) => Wanted,
  next?: (reads: Reads, dataOf: QueryClient["getQueryData"]) => Wanted,
): Promise<DehydratedState> {
  return prefetch(
    await contextOfPage(),
    (query) => wanted(readsOf(query)),
    next && ((query, dataOf) => next(readsOf(query), dataOf)),
  );
}
