"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { api, reads } from "#components/base/api/client.ts";
import { findPeople } from "#components/people/member/use-found-people.ts";
import { useEvents } from "#components/reviews/review/use-events.ts";
import { MINUTE_MS } from "#lib/base/time/spans.ts";
import type { Factor } from "#lib/contract/factor.ts";
import { atItems } from "./at-items.ts";

/** More than shown, because results inside records can't be mentioned. */
const MOST_HITS = 20;
/** The menu asks at each letter. */
const SERVICES_STALE_MS = MINUTE_MS;

/**
 * The results for "@": events, services and factors of this incident and review, people, and records by key or words.
 */
export function useAtItems(incidentKey: string, factors: readonly Factor[]) {
  const client = useQueryClient();
  useEvents(incidentKey);
  return useCallback(
    async (typed: string) => {
      const [people, incident, records] = await Promise.all([
        findPeople(client, typed).catch(() => []),
        client.fetchQuery({ ...reads.incident.get(incidentKey), staleTime: SERVICES_STALE_MS }).catch(() => null),
        typed.length > 1
          ? api.search.find({ q: typed, limit: MOST_HITS }).then(
              ({ items }) => items,
              () => [],
            )
          : [],
      ]);
      const pages = client.getQueryData(reads.timeline.events(incidentKey).queryKey)?.pages ?? [];
      const events = pages.flatMap(({ items }) => items);
      const services = incident?.services.map(({ name }) => name) ?? [];
      return atItems(typed, { events, people, factors, services, records });
    },
    [client, incidentKey, factors],
  );
}
