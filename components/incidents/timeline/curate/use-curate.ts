"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { beginWrite } from "#components/base/api/begin-write.ts";
import { api } from "#components/base/api/client.ts";
import { problemOf, wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import type { useUndo } from "#components/base/api/use-undo.ts";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { differences, type EventFields, fieldsBefore, movesInTime } from "../story/event-fields.ts";
import { placeEvent, type Story } from "../story/story.ts";
import { storyKey } from "../story/use-story.ts";
import { createEventWriter, type EventWriter } from "./event-writer.ts";

const isEvent = (row: unknown): row is TimelineEvent =>
  typeof row === "object" && row !== null && "number" in row && "precision" in row && "version" in row;

const newerOf = (error: unknown): TimelineEvent | null => {
  const problem = problemOf(error);
  return problem?.code === "conflict" && isEvent(problem.current) ? problem.current : null;
};

const keepsFields = (event: TimelineEvent, before: EventFields) =>
  Object.entries(before).every(([name, value]) => event[name as keyof EventFields] === value);

export interface Curate {
  /**
   * Changes fields of an event at once. `said` is the text of a toast with Undo. `original` are the values from before
   * the edit, to detect changes by others. Resolves to false after an error.
   */
  change: (event: TimelineEvent, fields: EventFields, said?: string, original?: EventFields) => Promise<boolean>;
  /** The same without its own undo, for a step with one undo for all of its changes. */
  quietly: (event: TimelineEvent, fields: EventFields) => Promise<boolean>;
  /** Reverts to what the source said. */
  revert: (event: TimelineEvent) => Promise<void>;
  /** Registers an undo of a change of these events and keeps it with them. The latest takes precedence. */
  offer: (ids: readonly string[], undo: () => void) => () => void;
  /** Returns what undoes this page's last change of an event, or null if there is none any more. */
  takeBackOf: (id: string) => (() => void) | null;
  /** See `EventWriter`. */
  together: EventWriter["together"];
  isSending: EventWriter["isSending"];
}

/** Changes to events of one timeline: shown at once, sent in order, rolled back with an error, undone in reverse. */
export function useCurate(key: string, offerUndo: ReturnType<typeof useUndo>): Curate {
  const client = useQueryClient();
  return useMemo(() => {
    const write = (change: (story: Story) => Story) =>
      client.setQueryData<Story>(storyKey(key), (story) => story && change(story));
    const writer = createEventWriter({
      read: () => client.getQueryData<Story>(storyKey(key)),
      write,
      send: (id, version, fields) => api.timeline.update({ key, id, version, ...fields }),
      newerOf,
    });
    const readAgain = (fields: EventFields) => {
      const onlyMarks = Object.keys(fields).every((name) => name === "pinned" || name === "verified");
      if (onlyMarks) void refresh(client, "evidence");
      else void refresh(client, "timeline", movesInTime(fields) ? [] : [storyKey(key)]);
      if (fields.removed !== undefined) void refresh(client, "incident");
    };

    type TakeMine = (newer: TimelineEvent) => void;
    const tellFirst = (newer: TimelineEvent, fields: EventFields, takeMine: TakeMine) =>
      toastError(`E${newer.number} changed while you were editing. ${differences(newer, fields)}`, {
        label: "Keep my version",
        run: () => takeMine(newer),
      });

    const send = async (event: TimelineEvent, fields: EventFields, takeMine?: TakeMine): Promise<boolean> => {
      const endWrite = await beginWrite(client, storyKey(key));
      try {
        await writer.change(event, fields);
        readAgain(fields);
        return true;
      } catch (error) {
        const newer = newerOf(error);
        // The first change of a field wins. A change of other fields doesn't matter.
        if (newer && newer.version > event.version && keepsFields(newer, fieldsBefore(event, fields)))
          return send(newer, fields, takeMine);
        if (newer) tellFirst(newer, fields, takeMine ?? ((now) => void send(now, fields)));
        else toastError(wordsOf(error));
        return false;
      } finally {
        endWrite();
      }
    };

    const undos = new Map<string, () => void>();
    const offer: Curate["offer"] = (ids, run) => {
      const undo = offerUndo(() => {
        for (const id of ids) if (undos.get(id) === undo) undos.delete(id);
        run();
      });
      for (const id of ids) undos.set(id, undo);
      return undo;
    };

    const change: Curate["change"] = async (event, fields, said, original) => {
      const takeMine = (newer: TimelineEvent) => void change(newer, fields, said);
      if (original && !keepsFields(event, original) && !keepsFields(event, fields)) {
        tellFirst(event, fields, takeMine);
        return false;
      }
      const before = fieldsBefore(event, fields);
      let isKept = true;
      const undo = offer([event.id], () => isKept && void send({ ...event, ...fields }, before));
      if (said) toastDone(said, { action: { label: "Undo", run: undo } });
      isKept = await send(event, fields, takeMine);
      // A failed change can't be undone: its toast closes, and Ctrl Z undoes the step before it.
      if (!isKept) undo();
      return isKept;
    };

    return {
      offer,
      change,
      takeBackOf: (id) => undos.get(id) ?? null,
      together: writer.together,
      isSending: writer.isSending,
      quietly: (event, fields) => send(event, fields),
      async revert(event) {
        try {
          const answer = await api.timeline.revert({ key, id: event.id, version: event.version });
          write((story) => placeEvent(story, answer));
          readAgain({ at: answer.at });
          const fields: EventFields = { title: event.title, body: event.body, kind: event.kind };
          const time: EventFields = { at: event.at, endAt: event.endAt, precision: event.precision };
          const undo = offer([event.id], () => void send(answer, { ...fields, ...time }));
          toastDone(`E${event.number} restored to its source`, { action: { label: "Undo", run: undo } });
        } catch (error) {
          toastError(wordsOf(error));
        }
      },
    };
  }, [client, key, offerUndo]);
}
