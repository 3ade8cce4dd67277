"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { query } from "#components/base/api/client.ts";
import { type IncidentFilters, toListInput } from "./list-filters.ts";

/** Incidents that fit, newest first, page by page; earlier rows stay while another filter is asked for. */
export function useIncidentList(filters: IncidentFilters) {
  return useInfiniteQuery(
    query.incident.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...toListInput(filters), ...(cursor ? { cursor } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  );
}
