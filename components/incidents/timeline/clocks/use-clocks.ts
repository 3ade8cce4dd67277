"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { api, query, reads } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import type { SourceClock } from "#lib/contract/curate.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { useTimelineScope } from "../state/scope.tsx";
import { sourceName } from "../story/source-name.ts";
import { clockOf, undoClock } from "./clock-of.ts";
import { offsetWords } from "./offset-words.ts";

/** A source of an incident whose clock can be moved: all of a kind, or one import. */
export interface ClockedSource {
  type: string;
  importId: string | null;
  name: string;
}

const NONE: SourceClock[] = [];

/** The clocks of an incident's sources, and moving them. Each move can be undone. */
export function useClocks(key: string) {
  const client = useQueryClient();
  const { offerUndo } = useTimelineScope();
  const clocks = useQuery(reads.curate.clocks(key)).data?.items ?? NONE;
  const acts = useMemo(() => {
    const cacheKey = query.curate.clocks.queryKey({ input: { key } });
    const read = () => client.getQueryData<{ items: SourceClock[] }>(cacheKey)?.items ?? NONE;
    // The first response decides whether there is a clock to change.
    const load = () => client.ensureQueryData(reads.curate.clocks(key));
    const run = async (send: () => Promise<{ items: SourceClock[] }>): Promise<SourceClock[] | null> => {
      try {
        const answer = await send();
        client.setQueryData(cacheKey, answer);
        // Events have new versions, and a change that follows at once needs them.
        await refresh(client, "timeline", [cacheKey]);
        return answer.items;
      } catch (error) {
        toastError(wordsOf(error));
        void refresh(client, "timeline");
        return null;
      }
    };
    const versionOf = (source: ClockedSource) => {
      const clock = clockOf(read(), source);
      return clock ? { version: clock.version } : {};
    };
    const act = async (source: ClockedSource, send: () => Promise<{ items: SourceClock[] }>, none: string) => {
      await load().catch(() => undefined);
      const before = clockOf(read(), source);
      const after = await run(send);
      if (!after) return;
      const undo = offerUndo(() => {
        const step = undoClock(before, clockOf(read(), source));
        if (step)
          void run(() =>
            step.does === "clear"
              ? api.curate.clearClock({ key, id: step.id })
              : api.curate.setClock({ key, ...step.set }),
          );
      });
      const now = clockOf(after, source);
      const said = now
        ? `Clock of ${source.name} moved by ${offsetWords(now.offsetMs)}, ${countWords(now.movedEvents, "event")}`
        : none;
      toastDone(said, { action: { label: "Undo", run: undo } });
    };
    return {
      move(source: ClockedSource, offsetMs: number) {
        return act(
          source,
          () =>
            api.curate.setClock({
              key,
              sourceType: source.type,
              importId: source.importId,
              offsetMs,
              ...versionOf(source),
            }),
          `Clock of ${source.name} reset`,
        );
      },
      clear(source: ClockedSource) {
        const clock = clockOf(read(), source);
        if (!clock) return Promise.resolve();
        return act(source, () => api.curate.clearClock({ key, id: clock.id }), `Clock of ${source.name} reset`);
      },
      /** Moves the source of the first event so both events are at the moment of the second. */
      tie(moved: TimelineEvent, onto: TimelineEvent) {
        const source = { type: moved.source.type, importId: null, name: sourceName(moved.source) };
        return act(
          source,
          () =>
            api.curate.setClock({
              key,
              pair: { eventId: moved.id, matchId: onto.id },
              importId: null,
              ...versionOf(source),
            }),
          `${source.name} already matches E${onto.number}`,
        );
      },
    };
  }, [client, key, offerUndo]);
  return { clocks, ...acts };
}
