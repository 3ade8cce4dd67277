"use client";

import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { afterWrites } from "./begin-write.ts";
import { query } from "./client.ts";
import { type ChangedNoun, changedNoun, refresh, refreshAll } from "./refresh.ts";

/** Changes of others that come together are fetched together. */
const GATHER_MS = 400;
/** A browser gives up on a stream that was refused, as by a proxy whose server restarts. */
const REOPEN_MS = 5000;

const nounOf = (data: unknown): ChangedNoun | null => {
  try {
    const message: unknown = JSON.parse(String(data));
    return typeof message === "object" && message !== null && "noun" in message
      ? changedNoun(String(message.noun))
      : null;
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
    const nouns = new Set<ChangedNoun>();
    let waiting: number | undefined;
    let reopening: number | undefined;
    let source: EventSource | null = null;
    let missed = false;
    const fetchAgain = () => {
      void refresh(client, nouns);
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
        if (missed) void refreshAll(client);
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
