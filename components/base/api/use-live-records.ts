"use client";

import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { afterWrites } from "./begin-write.ts";
import { query } from "./client.ts";
import { watchOutage } from "./outage.ts";
import { type ChangedNoun, changedNoun, refresh, refreshAll } from "./refresh.ts";

/** Other people's changes that arrive together are fetched together. */
const GATHER_MS = 400;
/** A browser gives up on a stream that was rejected, for example by a proxy while the server restarts. */
const REOPEN_MS = 5000;
/** The server says every 4 s that it is here. */
const SILENT_MS = 5500;

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

/** When the server rendered the page, by its own clock. It comes with the signed-in person. 0 if it is missing. */
const drawnAt = (client: QueryClient) => client.getQueryState(query.me.get.queryKey())?.dataUpdatedAt ?? 0;

/**
 * Keeps the records on screen up to date with other people's changes. Only a visible tab listens, because a browser
 * keeps few connections to one host. When a tab returns, or after a lost connection, everything shown is read again.
 */
export function useLiveRecords(): void {
  const client = useQueryClient();
  useEffect(() => {
    const nouns = new Set<ChangedNoun>();
    let waiting: number | undefined;
    let reopening: number | undefined;
    let silent: number | undefined;
    let source: EventSource | null = null;
    let missed = false;
    const fetchAgain = () => {
      void refresh(client, nouns);
      nouns.clear();
    };
    const outage = watchOutage(() => {
      // The stream may be dead without having ended.
      leave();
      missed = false;
      follow();
      void refreshAll(client);
    });
    const heard = () => {
      window.clearTimeout(silent);
      silent = window.setTimeout(outage.suspect, SILENT_MS);
    };
    const listen = () => {
      window.clearTimeout(reopening);
      source = new EventSource(`/api/changes?since=${drawnAt(client)}`);
      source.addEventListener("here", ({ data }) => {
        heard();
        if (data === "late") outage.suspect();
      });
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
        window.clearTimeout(silent);
        outage.suspect();
        if (source?.readyState !== EventSource.CLOSED) return;
        source = null;
        // It is also rejected after a sign-out in another tab, and this read says so.
        void client.invalidateQueries({ queryKey: query.me.get.queryKey() });
        reopening = window.setTimeout(follow, REOPEN_MS);
      };
      source.onopen = () => {
        heard();
        if (missed) void refreshAll(client);
        missed = false;
      };
    };
    const leave = () => {
      window.clearTimeout(reopening);
      window.clearTimeout(silent);
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
      window.clearTimeout(silent);
      outage.stop();
      source?.close();
    };
  }, [client]);
}
