"use client";

import { useQuery } from "@tanstack/react-query";
import { useCallback, useRef } from "react";
import { api, reads } from "#components/base/api/client.ts";
import { useEvents } from "#components/reviews/review/use-events.ts";
import { atItems } from "./at-items.ts";

/** Of which some are found inside of records, and cannot be mentioned. */
const MOST_HITS = 20;

/** What "@" finds: events of this incident, people, and records by key or words. */
export function useAtItems(incidentKey: string) {
  const { events } = useEvents(incidentKey);
  const people = useQuery(reads.member.found(""));
  const latest = useRef({ events, people: people.data?.items ?? [] });
  latest.current = { events, people: people.data?.items ?? [] };
  return useCallback(async (typed: string) => {
    const found =
      typed.length > 1
        ? await api.search.find({ q: typed, limit: MOST_HITS }).catch(() => ({ items: [] }))
        : { items: [] };
    return atItems(typed, { ...latest.current, records: found.items });
  }, []);
}
