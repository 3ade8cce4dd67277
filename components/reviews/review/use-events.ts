"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { reads } from "#components/base/api/client.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";

/** All events of an incident in order, loaded page after page in the background, and by id for chips. */
export function useEvents(incidentKey: string): {
  events: TimelineEvent[];
  byId: Map<string, TimelineEvent>;
  isPending: boolean;
  isError: boolean;
  error: unknown;
  refetch: () => unknown;
} {
  const list = useInfiniteQuery(reads.timeline.events(incidentKey));
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, isPending, isError, error, refetch } = list;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isError, fetchNextPage]);
  const events = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const byId = useMemo(() => new Map(events.map((event) => [event.id, event])), [events]);
  return { events, byId, isPending, isError, error, refetch };
}
