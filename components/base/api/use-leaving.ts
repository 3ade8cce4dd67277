"use client";

import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { afterWrites, beginWrite } from "./begin-write.ts";
import { wordsOf } from "./problem.ts";
import { type Listed, withoutRows } from "./with-row.ts";

type Row = { id: string };

/** A change that moves rows out of a list, what its toast says, and its undo. `undo` gets the response of `send`. */
export interface Leaving<Response> {
  rows: readonly Row[];
  words: string;
  send: () => Promise<Response>;
  undo: (response: Response) => Promise<unknown>;
}

/**
 * Returns a function that removes rows from the lists of a key at once, sends the change and offers its undo. What
 * changed is read again after the last write of this tab, because a read before that would bring its rows back.
 */
export function useLeaving(listKey: QueryKey, readAgain: () => void) {
  const client = useQueryClient();
  return async function leave<Response>({ rows, words, send, undo }: Leaving<Response>): Promise<void> {
    const endWrite = await beginWrite(client, listKey);
    const ids = new Set(rows.map(({ id }) => id));
    client.setQueriesData<Listed<Row>>({ queryKey: listKey }, (list) => withoutRows(list, ids));
    const sent = send();
    const takeBack = async () => {
      const saved = await sent.then(
        (response) => ({ response }),
        () => null,
      );
      if (!saved) return;
      await undo(saved.response).catch((error) => toastError(wordsOf(error)));
      afterWrites(readAgain);
    };
    const close = toastDone(words, { undo: () => void takeBack() });
    try {
      await sent;
    } catch (error) {
      close();
      toastError(wordsOf(error));
    } finally {
      afterWrites(readAgain);
      endWrite();
    }
  };
}
