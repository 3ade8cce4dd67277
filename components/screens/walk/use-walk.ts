"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { api, reads } from "#components/base/api/client.ts";
import { problemOf, unsavedWords } from "#components/base/api/problem.ts";
import type { Inputs } from "#components/base/api/reads.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import type { Walk } from "#lib/contract/walk.ts";

export type Given = Inputs["walk"]["decide"]["given"];

/** Steps of a weekly meeting. Each decision acts at once. */
export function useWalk(id: string | null) {
  const client = useQueryClient();
  const [underWay, setUnderWay] = useState(0);
  /** The earlier steps of this tab: the next one waits for them, so the minutes have the order of the keys. */
  const earlier = useRef<Promise<unknown>>(Promise.resolve());
  /** The toasts with an undo, by their line, which has one too. */
  const toasts = useRef(new Map<string, () => void>());
  const send = (run: () => Promise<Walk>): Promise<Walk | null> => {
    setUnderWay((count) => count + 1);
    const sent = earlier.current.then(() => sendNow(run)).finally(() => setUnderWay((count) => count - 1));
    earlier.current = sent;
    return sent;
  };
  const sendNow = async (run: () => Promise<Walk>): Promise<Walk | null> => {
    try {
      const walk = await run();
      client.setQueryData(reads.walk.get(walk.id).queryKey, walk);
      return walk;
    } catch (error) {
      const [field] = problemOf(error)?.fields ?? [];
      toastError(field ? field.message : unsavedWords(error, "this item"));
      return null;
    } finally {
      await refresh(client, ["walk", "action_item", "strategic_change", "canonical_factor"]);
    }
  };
  const undo = (lineId: string) => {
    toasts.current.get(lineId)?.();
    return send(() => api.walk.undo({ id: id ?? "", lineId }));
  };
  return {
    isBusy: underWay > 0,
    start: (today: string) => send(() => api.walk.start({ today })),
    end: () => send(() => api.walk.end({ id: id ?? "" })),
    undo,
    /** Returns whether it was decided. */
    decide: async (given: Given, words: string): Promise<boolean> => {
      const walk = await send(() => api.walk.decide({ id: id ?? "", given }));
      const line = walk?.lines.at(-1);
      if (line && given.outcome !== "note")
        toasts.current.set(line.id, toastDone(words, { undo: () => void undo(line.id) }));
      return walk !== null;
    },
  };
}
