import type { DehydratedState } from "@tanstack/react-query";
import { cache } from "react";
import { type Reads, readsOf } from "#components/base/api/reads.ts";
import { pageContext, prefetch, publishedVersionFor } from "#server/http/page.ts";

/** A layout and its page ask once who sent the request. */
const contextOfPage = cache(pageContext);

type Wanted = { queryKey: readonly unknown[] }[];

/** Reads data for a page in this process that its components would read over HTTP. */
export async function prefetchReads(wanted: (reads: Reads) => Wanted): Promise<DehydratedState> {
  return prefetch(await contextOfPage(), (query) => wanted(readsOf(query)));
}

/** Returns the number of the version that the page of a review shows. Null for the current text. */
export const shownVersionOf = async (key: string): Promise<number | null> =>
  publishedVersionFor(await contextOfPage(), key);
