"use client";

import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { beginWrite } from "#components/base/api/begin-write.ts";
import { api, query, reads } from "#components/base/api/client.ts";
import { hasTurns, inTurn } from "#components/base/api/in-turn.ts";
import { problemOf, unsavedWords, wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { isPages } from "#components/base/api/with-row.ts";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import type { StrategicChange, StrategicChangeRow } from "#lib/contract/strategic-change.ts";
import { type ChangePatch, inputOf, inverseOf, type Pages, withChange } from "./change-cache.ts";

const wholeKey = (key: string) => query.strategicChange.get.queryKey({ input: { key } });

/** Changes a row wherever it is shown. */
function patchEverywhere(client: QueryClient, key: string, change: <Row extends StrategicChangeRow>(row: Row) => Row) {
  client.setQueryData<StrategicChange>(wholeKey(key), (row) => (row ? change(row) : row));
  for (const { queryKey, state } of client.getQueryCache().findAll({ queryKey: query.strategicChange.list.key() })) {
    if (isPages<Pages>(state.data)) client.setQueryData(queryKey, withChange(state.data, key, change));
  }
}

/** Stores the server's response. Lists are read again, because the change may be in another quarter now. */
function settle(client: QueryClient, change: StrategicChange): void {
  client.setQueryData(wholeKey(change.key), change);
  void refresh(client, "strategic_change", [wholeKey(change.key)]);
}

function tellRefused(client: QueryClient, key: string, error: unknown): void {
  const problem = problemOf(error);
  if (problem?.code === "conflict" && problem.current) settle(client, problem.current as StrategicChange);
  else void refresh(client, "strategic_change");
  toastError(problem?.code === "conflict" ? unsavedWords(error, key) : `${key}: ${wordsOf(error)}`);
}

export const useStrategicChange = (key: string) => useQuery(reads.strategicChange.get(key));

/** A write that waits for the earlier ones of this tab, and gets the version that they made and what they left. */
interface Sent {
  key: string;
  version: number;
  run: (version: number, last: Partial<StrategicChange> | undefined) => Promise<StrategicChange>;
  onDone: ((saved: StrategicChange) => void) | undefined;
  place: ((error: unknown) => boolean) | undefined;
}

const UNDONE = "Undone";

/** Edits a change: fields in place with undo, links, steps and health updates. */
export function useChangeStrategic() {
  const client = useQueryClient();
  const save = async (
    row: StrategicChangeRow,
    patch: ChangePatch,
    back: ChangePatch | null,
    reason?: string,
  ): Promise<void> => {
    const endWrite = await beginWrite(client, query.strategicChange.key());
    patchEverywhere(client, row.key, (shown) => ({ ...shown, ...patch }));
    try {
      const { key } = row;
      const saved = await inTurn(key, row.version, (version) =>
        api.strategicChange.update({ key, version, ...inputOf(patch), ...(reason ? { reason } : {}) }),
      );
      if (!hasTurns(key)) settle(client, saved);
      const backReason = back?.targetQuarter === undefined ? undefined : UNDONE;
      const undo = back === null ? undefined : () => void save(saved, back, null, backReason);
      toastDone(back === null ? UNDONE : `${key} changed`, { undo });
    } catch (error) {
      patchEverywhere(client, row.key, (shown) => ({ ...shown, ...row }));
      tellRefused(client, row.key, error);
    } finally {
      endWrite();
    }
  };
  const mutate = useMutation({
    mutationFn: ({ key, version, run }: Sent) => inTurn(key, version, run),
    onSuccess: (saved, { key, onDone }) => {
      if (!hasTurns(key)) settle(client, saved);
      onDone?.(saved);
    },
    onError: (error, { key, place }) => {
      if (!place?.(error)) tellRefused(client, key, error);
    },
  });
  /** `place` shows an error at the fields of a form, and returns whether it did. */
  const send = (
    key: string,
    version: number,
    run: Sent["run"],
    onDone?: Sent["onDone"],
    place?: (error: unknown) => boolean,
  ) => mutate.mutate({ key, version, run, onDone, place });
  return {
    isBusy: mutate.isPending,
    /** `reason` is why it moves to another quarter. */
    patch: <Row extends StrategicChangeRow>(row: Row, patch: ChangePatch, reason?: string) =>
      void save(row, patch, inverseOf(row, patch), reason),
    send,
  };
}
