"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { api, reads } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import type { ImportRecord } from "#lib/contract/import.ts";
import { undoneEvents } from "./import-words.ts";

export const useImports = (key: string) => useQuery(reads.import.list(key));

/** The queries that an import changes. */
export function useAfterImport(): () => Promise<unknown> {
  const client = useQueryClient();
  return useMemo(() => () => refresh(client, ["timeline", "finding", "incident"]), [client]);
}

/** Undoes or restores an import as one. `busyId` is the one in progress. */
export function useUndoImport(key: string) {
  const client = useQueryClient();
  const after = useAfterImport();
  const [busyId, setBusyId] = useState<string | null>(null);
  const run = async (record: ImportRecord, undo: boolean): Promise<void> => {
    setBusyId(record.id);
    try {
      const done = await (undo ? api.import.undo : api.import.redo)({ key, id: record.id });
      void refresh(client, "import");
      await after();
      const events = countWords(undoneEvents(record), "event");
      toastDone(undo ? `${events} of ${record.filename} removed` : `${events} of ${record.filename} restored`, {
        undo: () => void run(done, !undo),
      });
    } catch (error) {
      toastError(wordsOf(error));
    } finally {
      setBusyId(null);
    }
  };
  return {
    busyId,
    undo: (record: ImportRecord) => run(record, true),
    redo: (record: ImportRecord) => run(record, false),
  };
}

type UndoImport = ReturnType<typeof useUndoImport>;

/** The undo in the row of an import: at once, or after a question if its events are cited. */
export function useLineUndo(record: ImportRecord, { busyId, undo, redo }: UndoImport) {
  const [isAsked, setAsked] = useState(false);
  const isOut = record.undoneAt !== null;
  const asks = isAsked && !isOut;
  return {
    isOut,
    isBusy: busyId === record.id,
    asks,
    /** For the button, which opens the question. Undefined if it acts at once. */
    isExpanded: record.citedEvents > 0 && !isOut ? asks : undefined,
    close: () => setAsked(false),
    undo: () => void undo(record),
    press: () => {
      if (isOut) void redo(record);
      else if (record.citedEvents > 0) setAsked(!isAsked);
      else void undo(record);
    },
  };
}
