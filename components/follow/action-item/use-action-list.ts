"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { query } from "#components/base/api/client.ts";
import type { listInputOf } from "./tracker-views.ts";

type Input = ReturnType<typeof listInputOf>;

/** The pages of a list; while the next list loads, the last one stays. */
export function useActionList(input: Input) {
  const list = useInfiniteQuery(
    query.actionItem.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...input, ...(cursor ? { cursor } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  );
  return { ...list, rows: list.data?.pages.flatMap((page) => page.items) ?? [] };
}
