"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { query } from "#components/base/api/client.ts";

/** Published reviews that hold these words (all when there are none), newest first. */
export function useForum(words: string) {
  const q = words.trim();
  return useInfiniteQuery(
    query.forum.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...(q ? { q } : {}), ...(cursor ? { cursor } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      placeholderData: (previous) => previous,
    }),
  );
}
