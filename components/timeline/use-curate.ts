"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { api, query } from "#components/api/client.ts";
import { problemOf, wordsOf } from "#components/api/problem.ts";
import { toastDone, toastError } from "#components/ui/toast.tsx";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { differences, type EventFields, fieldsBefore, movesInTime } from "./event-fields.ts";
import { createEventWriter, type EventWriter } from "./event-writer.ts";
import { placeEvent, type Story } from "./story.ts";
import { storyKey } from "./use-story.ts";
import type { useUndo } from "./use-undo.ts";

const isEvent = (row: unknown): row is TimelineEvent =>
  typeof row === "object" && row !== null && "number" in row && "precision" in row && "version" in row;

const newerOf = (error: unknown): TimelineEvent | null => {
  const problem = problemOf(error);
  return problem?.code === "conflict" && isEvent(problem.current) ? problem.current : null;
};

const keepsFields = (event: TimelineEvent, before: EventFields) =>
  Object.entries(before).every(([name, value]) => event[name as keyof EventFields] === value);

export interface Curate {
  /** Changes fields of an event at once; `said` makes a toast with a way back. Resolves to false when it was refused. */
  change: (event: TimelineEvent, fields: EventFields, said?: string) => Promise<boolean>;
  /** The same without a way back of its own, for a step that has one for all of its changes. */
  quietly: (event: TimelineEvent, fields: EventFields) => Promise<boolean>;
  /** Goes back to what the source said. */
  revert: (event: TimelineEvent) => Promise<void>;
  /** Offers a way back of a change of these events and keeps it beside them, the newest wins. */
  offer: (ids: readonly string[], takeBack: () => void) => () => void;
  /** What takes this page's last change of an event back; null when there is none any more. */
  takeBackOf: (id: string) => (() => void) | null;
  /** See `EventWriter`. */
  together: EventWriter["together"];
  isSending: EventWriter["isSending"];
}

/** Changes to events of one timeline: shown at once, sent in order, rolled back with words, undone in reverse. */
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
    const refresh = (fields: EventFields) => {
      void client.invalidateQueries({ queryKey: query.evidence.changes.key() });
      const onlyMarks = Object.keys(fields).every((name) => name === "pinned" || name === "verified");
      if (!onlyMarks) void client.invalidateQueries({ queryKey: query.timeline.metrics.key() });
      if (movesInTime(fields)) void client.invalidateQueries({ queryKey: storyKey(key) });
      if (fields.removed !== undefined) void client.invalidateQueries({ queryKey: query.incident.key() });
    };

    const send = async (event: TimelineEvent, fields: EventFields): Promise<boolean> => {
      try {
        await client.cancelQueries({ queryKey: storyKey(key) });
        await writer.change(event, fields);
        refresh(fields);
        return true;
      } catch (error) {
        const newer = newerOf(error);
        // Who came first wins on a field; a change of other fields is no hindrance.
        if (newer && newer.version > event.version && keepsFields(newer, fieldsBefore(event, fields)))
          return send(newer, fields);
        if (!newer) toastError(wordsOf(error));
        else {
          toastError(`Somebody changed E${event.number} first. ${differences(newer, fields)}`, {
            label: "Use mine",
            run: () => void send(newer, fields),
          });
        }
        return false;
      }
    };

    const takeBacks = new Map<string, () => void>();
    const offer: Curate["offer"] = (ids, run) => {
      const takeBack = offerUndo(() => {
        for (const id of ids) if (takeBacks.get(id) === takeBack) takeBacks.delete(id);
        run();
      });
      for (const id of ids) takeBacks.set(id, takeBack);
      return takeBack;
    };

    return {
      offer,
      takeBackOf: (id) => takeBacks.get(id) ?? null,
      together: writer.together,
      isSending: writer.isSending,
      quietly: send,
      change(event, fields, said) {
        const before = fieldsBefore(event, fields);
        const takeBack = offer([event.id], () => void send({ ...event, ...fields }, before));
        if (said) toastDone(said, { action: { label: "Undo", run: takeBack } });
        return send(event, fields);
      },
      async revert(event) {
        try {
          const answer = await api.timeline.revert({ key, id: event.id, version: event.version });
          write((story) => placeEvent(story, answer));
          refresh({ at: answer.at });
          const fields: EventFields = { title: event.title, body: event.body, kind: event.kind };
          const time: EventFields = { at: event.at, endAt: event.endAt, precision: event.precision };
          const takeBack = offer([event.id], () => void send(answer, { ...fields, ...time }));
          toastDone(`E${event.number} is as its source has it`, { action: { label: "Undo", run: takeBack } });
        } catch (error) {
          toastError(wordsOf(error));
        }
      },
    };
  }, [client, key, offerUndo]);
}
