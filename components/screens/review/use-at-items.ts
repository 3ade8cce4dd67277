"use client";

import { useQuery } from "@tanstack/react-query";
import { useCallback, useRef } from "react";
import { api, query } from "#components/base/api/client.ts";
import type { MenuItem } from "#components/reviews/document/menu/menu-store.ts";
import { rankItems } from "#components/reviews/document/menu/rank-items.ts";
import { useEvents } from "#components/reviews/review/use-events.ts";
import type { PersonRef } from "#lib/contract/base.ts";
import type { SearchHit } from "#lib/contract/search.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";

const MOST_EVENTS = 8;
const MOST_PEOPLE = 5;

const inline =
  (type: string, attrs: Record<string, string>): MenuItem["run"] =>
  (editor, range) =>
    void editor
      .chain()
      .focus()
      .insertContentAt(range, [
        { type, attrs },
        { type: "text", text: " " },
      ])
      .run();

interface AtSources {
  events: readonly TimelineEvent[];
  people: readonly PersonRef[];
  records: readonly SearchHit[];
}

/** What "@" can cite or mention: events as evidence, people, records by key or words. */
function atItems(typed: string, { events, people, records }: AtSources): MenuItem[] {
  const words = typed.toLowerCase();
  const has = (text: string) => text.toLowerCase().includes(words);
  const cited = events
    .filter((event) => has(`E${event.number}`) || has(event.title))
    .map((event) => ({
      id: event.id,
      label: `E${event.number} ${event.title}`,
      group: "Evidence",
      run: inline("eventChip", { eventId: event.id }),
    }));
  return rankItems(typed, [
    ...rankItems(typed, cited).slice(0, MOST_EVENTS),
    ...people
      .filter((person) => has(person.name))
      .slice(0, MOST_PEOPLE)
      .map((person) => ({
        id: person.id,
        label: person.name,
        group: "People",
        run: inline("personMention", { userId: person.id, label: person.name }),
      })),
    ...records.map((hit) => ({
      id: hit.key,
      label: `${hit.key} ${hit.title}`,
      group: "Records",
      run: inline("recordChip", { noun: hit.noun, key: hit.key }),
    })),
  ]);
}

const MOST_RECORDS = 5;

/** What "@" finds: events of this incident, people, and records by key or words. */
export function useAtItems(incidentKey: string) {
  const { events } = useEvents(incidentKey);
  const people = useQuery(query.member.list.queryOptions({ input: { limit: 200 } }));
  const latest = useRef({ events, people: people.data?.items ?? [] });
  latest.current = { events, people: people.data?.items ?? [] };
  return useCallback(async (typed: string) => {
    const found =
      typed.length > 1
        ? await api.search.find({ q: typed, limit: MOST_RECORDS }).catch(() => ({ items: [] }))
        : { items: [] };
    return atItems(typed, { ...latest.current, records: found.items });
  }, []);
}
