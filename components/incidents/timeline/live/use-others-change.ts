"use client";

import { hashKey, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "#components/base/api/client.ts";
import { useMe } from "#components/people/me/use-me.ts";
import { MINUTE_MS } from "#lib/base/time/spans.ts";
import type { Curate } from "../curate/use-curate.ts";
import type { Story } from "../story/story.ts";
import { storyKey } from "../story/use-story.ts";
import { type Change, changesBetween } from "./changes-between.ts";

/** How long another person's change is shown. */
const SHOWN_MS = MINUTE_MS;
const JUST_NOW_MS = 120_000;

export interface OthersChange extends Change {
  who: string;
  ids: ReadonlySet<string>;
}

/** The last change that someone else made to the timeline while this page was open. Null after a minute. */
export function useOthersChange(key: string, curate: Curate): OthersChange | null {
  const client = useQueryClient();
  const me = useMe()?.name;
  const [change, setChange] = useState<OthersChange | null>(null);
  useEffect(() => {
    const hash = hashKey(storyKey(key));
    let before = client.getQueryData<Story>(storyKey(key));
    let timer: number | undefined;
    let isOver = false;
    const point = async (found: Change) => {
      const [first] = found.events;
      if (!first || found.deed === "removed") return;
      // The story doesn't name who changed it. The history of one of its events does.
      const [newest] = (await api.evidence.changes({ key, eventId: first.id })).items;
      const isOthers = newest && newest.actor !== me && Date.now() - Date.parse(newest.at) < JUST_NOW_MS;
      if (isOver || !isOthers) return;
      setChange({ ...found, who: newest.actor, ids: new Set(found.events.map((event) => event.id)) });
      window.clearTimeout(timer);
      timer = window.setTimeout(() => setChange(null), SHOWN_MS);
    };
    const stop = client.getQueryCache().subscribe((event) => {
      if (event.type !== "updated" || event.action.type !== "success" || event.query.queryHash !== hash) return;
      const now = client.getQueryData<Story>(storyKey(key));
      const isRead = event.action.manual !== true;
      if (isRead && before && now && before.nextCursor === null && now.nextCursor === null) {
        const [found] = changesBetween(before.items, now.items, curate.isSending);
        if (found) void point(found).catch(() => undefined);
      }
      before = now;
    });
    return () => {
      isOver = true;
      stop();
      window.clearTimeout(timer);
    };
  }, [client, key, curate, me]);
  return change;
}
