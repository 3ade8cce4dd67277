"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { api, reads } from "#components/base/api/client.ts";
import { findPeople } from "#components/people/member/use-found-people.ts";
import { useEvents } from "#components/reviews/review/use-events.ts";
import { atItems } from "./at-items.ts";

/** More than shown, because results inside records can't be mentioned. */
const MOST_HITS = 20;

/** The results for "@": events of this incident, people, and records by key or words. */
export function useAtItems(incidentKey: string) {
  const client = useQueryClient();
  useEvents(incidentKey);
  return useCallback(
    async (typed: string) => {
      const [people, records] = await Promise.all([
        findPeople(client, typed).catch(() => []),
        typed.length > 1
          ? api.search.find({ q: typed, limit: MOST_HITS }).then(
              ({ items }) => items,
              () => [],
            )
          : [],
      ]);
      const pages = client.getQueryData(reads.timeline.events(incidentKey).queryKey)?.pages ?? [];
      return atItems(typed, { events: pages.flatMap(({ items }) => items), people, records });
    },
    [client, incidentKey],
  );
}
