"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { api, query, reads } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import type { Attachment, EventNote } from "#lib/contract/evidence.ts";
import { fileFault } from "#lib/incidents/evidence/limits.ts";

export type NewEvidence =
  | { kind: "link"; url: string }
  | { kind: "query" | "log"; text: string; title?: string }
  | { kind: "file"; file: File };

/** Registers an undo step and returns a function that runs it. */
export type OfferUndo = (undo: () => void) => () => void;

interface EventRef {
  key: string;
  eventId: string;
}

/** Evidence and notes of one event, and their changes, each of which can be undone. */
export function useEvidence({ key, eventId }: EventRef, offerUndo: OfferUndo) {
  const client = useQueryClient();
  const list = useQuery(reads.evidence.list({ key, eventId }));
  const acts = useMemo(() => {
    // The event's count can arrive later than the attachment.
    const readAgain = async () => {
      void refresh(client, "timeline", [query.evidence.key()]);
      await refresh(client, "evidence");
    };
    const run = async <Answer>(send: () => Promise<Answer>): Promise<Answer | null> => {
      try {
        const answer = await send();
        await readAgain();
        return answer;
      } catch (error) {
        toastError(wordsOf(error));
        void readAgain();
        return null;
      }
    };
    const done = (said: string, undo: () => void) =>
      toastDone(said, { action: { label: "Undo", run: offerUndo(undo) } });

    const setRemoved = async (row: Attachment, removed: boolean) => {
      const answer = await run(() => api.evidence.change({ key, id: row.id, version: row.version, removed }));
      if (answer)
        done(removed ? `“${row.title}” removed` : `“${row.title}” restored`, () => void setRemoved(answer, !removed));
    };
    const setNoteRemoved = async (note: EventNote, removed: boolean) => {
      const answer = await run(() => api.evidence.changeNote({ key, id: note.id, version: note.version, removed }));
      if (answer) done(removed ? "Note removed" : "Note restored", () => void setNoteRemoved(answer, !removed));
    };
    const writeNote = async (note: EventNote, body: string) => {
      const answer = await run(() => api.evidence.changeNote({ key, id: note.id, version: note.version, body }));
      if (answer) offerUndo(() => void writeNote(answer, note.body));
    };
    return {
      async attach(given: NewEvidence) {
        const fault = given.kind === "file" && fileFault(given.file.size);
        if (fault) {
          toastError(`${given.file.name}: ${fault}`);
          return false;
        }
        const file = given.kind === "file" ? { filename: given.file.name } : {};
        const answer = await run(() => api.evidence.attach({ key, eventId, ...given, ...file }));
        if (answer) done(`“${answer.title}” attached`, () => void setRemoved(answer, true));
        return answer !== null;
      },
      remove: (row: Attachment) => setRemoved(row, true),
      async addNote(body: string) {
        const answer = await run(() => api.evidence.addNote({ key, eventId, body }));
        if (answer) offerUndo(() => void setNoteRemoved(answer, true));
        return answer !== null;
      },
      writeNote,
      removeNote: (note: EventNote) => setNoteRemoved(note, true),
    };
  }, [client, key, eventId, offerUndo]);
  return { list, ...acts };
}

export type Evidence = ReturnType<typeof useEvidence>;
