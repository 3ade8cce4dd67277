"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { beginWrite } from "#components/base/api/begin-write.ts";
import { api, query } from "#components/base/api/client.ts";
import { problemOf, wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { useUndo } from "#components/base/api/use-undo.ts";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { type Impact, ImpactWindow } from "#lib/contract/impact.ts";
import { fieldsBefore, type WindowFields, withWindow } from "./patch-impact.ts";
import { differences } from "./window-words.ts";
import { createWindowWriter } from "./window-writer.ts";

export type NewWindow = Pick<ImpactWindow, "from" | "to" | "weight" | "basis"> & { serviceId: string };

export interface WriteWindows {
  /** Changes a window at once. The last-change key undoes it. */
  change: (window: ImpactWindow, fields: WindowFields, said?: string) => void;
  /** Adds one. Returns its id, or null if it was rejected. */
  add: (window: NewWindow) => Promise<string | null>;
  /** Accepts proposals, as one undo step. */
  accept: (keys: readonly string[]) => Promise<boolean>;
  /** Shows windows that were created elsewhere and removes those that they replace, as one undo step. */
  place: (windows: readonly ImpactWindow[], said: string, replaced?: readonly ImpactWindow[]) => void;
}

function newerOf(error: unknown): ImpactWindow | null {
  const problem = problemOf(error);
  const newer = problem?.code === "conflict" ? ImpactWindow.safeParse(problem.current) : null;
  return newer?.success ? newer.data : null;
}

/** Writes windows of one incident: shown at once, sent in order, rolled back with an error, undone in reverse. */
export function useWriteWindows(key: string, zone: string): WriteWindows {
  const client = useQueryClient();
  const offerUndo = useUndo();
  return useMemo(() => {
    const impactKey = query.impact.get.queryKey({ input: { key } });
    const write = (change: (impact: Impact) => Impact) =>
      client.setQueryData<Impact>(impactKey, (impact) => impact && change(impact));
    const writer = createWindowWriter({
      read: () => client.getQueryData<Impact>(impactKey),
      write,
      send: (id, version, fields) => api.impact.change({ key, id, version, ...fields }),
      newerOf,
      now: Date.now,
    });
    const readAgain = () => void refresh(client, "impact");
    const send = async (window: ImpactWindow, fields: WindowFields): Promise<boolean> => {
      const endWrite = await beginWrite(client, impactKey);
      try {
        await writer.change(window, fields);
        readAgain();
        return true;
      } catch (error) {
        const newer = newerOf(error);
        if (!newer) toastError(wordsOf(error));
        else {
          const words = `This window changed while you were editing. ${differences(newer, fields, zone)}`;
          toastError(words, { label: "Keep my version", run: () => void send(newer, fields) });
        }
        return false;
      } finally {
        endWrite();
      }
    };
    const place: WriteWindows["place"] = (windows, said, replaced = []) => {
      write((impact) => windows.reduce((all, window) => withWindow(all, window, Date.now()), impact));
      for (const window of replaced) void send(window, { removed: true });
      readAgain();
      const undo = offerUndo(() => {
        for (const window of windows) void send(window, { removed: true });
        for (const window of replaced) void send(window, { removed: false });
      });
      toastDone(said, { action: { label: "Undo", run: undo } });
    };
    const tried = async <Answer>(run: () => Promise<Answer>): Promise<Answer | null> => {
      try {
        return await run();
      } catch (error) {
        toastError(wordsOf(error));
        return null;
      }
    };
    return {
      change(window, fields, said) {
        const before = fieldsBefore(window, fields);
        const undo = offerUndo(() => void send({ ...window, ...fields }, before));
        if (said) toastDone(said, { action: { label: "Undo", run: undo } });
        void send(window, fields);
      },
      async add(window) {
        const added = await tried(() => api.impact.add({ key, ...window, reason: "" }));
        if (added) place([added], "Window added");
        return added?.id ?? null;
      },
      async accept(keys) {
        const answer = await tried(() => api.impact.accept({ key, proposals: [...keys] }));
        if (answer)
          place(
            answer.windows,
            answer.windows.length === 1 ? "Window added" : `${answer.windows.length} windows added`,
          );
        return answer !== null;
      },
      place,
    };
  }, [client, key, offerUndo, zone]);
}
