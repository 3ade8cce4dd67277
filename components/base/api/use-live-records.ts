"use client";

import type { QueryKey } from "@tanstack/react-query";
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { ShownNoun } from "#lib/base/vocabulary/shown-noun.ts";
import { afterWrites } from "./begin-write.ts";
import { query } from "./client.ts";

/** What shows records of a noun, and so is asked again when one changed. Only what is on screen is fetched. */
const SHOWN_BY: Record<ShownNoun, readonly { key(): QueryKey }[]> = {
  presence: [query.presence],
  incident: [query.incident, query.review, query.forum, query.incoming],
  // Not the previews of imports: each would send its file once more, for every timeline that anybody changes.
  timeline: [query.timeline, query.import.list, query.impact],
  impact: [query.impact, query.timeline, query.incident, query.review],
  finding: [query.finding],
  review: [query.review, query.forum],
  factor: [query.factor, query.review],
  comment: [query.comment],
  action_item: [query.actionItem, query.factor, query.strategicChange, query.me],
  strategic_change: [query.strategicChange, query.factor],
  member: [query.member, query.me],
  team: [query.team],
  service: [query.service],
  integration: [query.integration, query.routing, query.incoming],
  incoming_event: [query.incoming, query.integration],
};

/** Query keys to invalidate for a changed noun; none for one that no screen shows. */
export const keysOfNoun = (noun: string): QueryKey[] => (SHOWN_BY[noun as ShownNoun] ?? []).map((shown) => shown.key());

/** Changes of others that come together are fetched together. */
const GATHER_MS = 400;
/** A browser gives up on a stream that was refused, as by a proxy whose server restarts. */
const REOPEN_MS = 5000;

const nounOf = (data: unknown): string | null => {
  try {
    const message: unknown = JSON.parse(String(data));
    return typeof message === "object" && message !== null && "noun" in message ? String(message.noun) : null;
  } catch {
    return null;
  }
};

/** When the server drew the page, by its own clock: who is signed in comes with every page. 0 when it did not. */
const drawnAt = (client: QueryClient) => client.getQueryState(query.me.get.queryKey())?.dataUpdatedAt ?? 0;

/**
 * Keeps the records on screen up to date with what others change. Only a tab in sight listens, for a browser keeps few
 * connections to one host; coming back, or after a lost connection, everything shown is asked again.
 */
export function useLiveRecords(): void {
  const client = useQueryClient();
  useEffect(() => {
    const nouns = new Set<string>();
    let waiting: number | undefined;
    let reopening: number | undefined;
    let source: EventSource | null = null;
    let missed = false;
    const fetchAgain = () => {
      for (const noun of nouns) for (const queryKey of keysOfNoun(noun)) void client.invalidateQueries({ queryKey });
      nouns.clear();
    };
    const listen = () => {
      window.clearTimeout(reopening);
      source = new EventSource(`/api/changes?since=${drawnAt(client)}`);
      source.onmessage = ({ data }) => {
        const noun = nounOf(data);
        if (noun) nouns.add(noun);
        waiting ??= window.setTimeout(() => {
          waiting = undefined;
          afterWrites(fetchAgain);
        }, GATHER_MS);
      };
      source.onerror = () => {
        missed = true;
        if (source?.readyState !== EventSource.CLOSED) return;
        source = null;
        reopening = window.setTimeout(follow, REOPEN_MS);
      };
      source.onopen = () => {
        if (missed) void client.invalidateQueries();
        missed = false;
      };
    };
    const leave = () => {
      window.clearTimeout(reopening);
      source?.close();
      source = null;
      missed = true;
    };
    const follow = () => {
      if (document.visibilityState !== "visible") leave();
      else if (!source) listen();
    };
    follow();
    document.addEventListener("visibilitychange", follow);
    return () => {
      document.removeEventListener("visibilitychange", follow);
      window.clearTimeout(waiting);
      window.clearTimeout(reopening);
      source?.close();
    };
  }, [client]);
}
