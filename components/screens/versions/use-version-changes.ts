"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { query } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";

/** Names the text as it is now, and restores a version or blocks of it, each with its undo. */
export function useVersionChanges(reviewKey: string) {
  const client = useQueryClient();
  const settled = {
    onError: (error: unknown) => void toastError(wordsOf(error)),
    onSettled: () => refresh(client, "review"),
  };
  const restoring = useMutation(query.version.restore.mutationOptions(settled));
  const restore = (number: number, blocks?: { ids: string[]; words: string }) =>
    restoring.mutate(
      { key: reviewKey, number, ...(blocks ? { blocks: blocks.ids } : {}) },
      {
        onSuccess: ({ kept, changed }) => {
          if (!changed) return void toastDone("The text already matches");
          const undo = () =>
            restoring.mutate({ key: reviewKey, number: kept, ...(blocks ? { blocks: blocks.ids } : {}) });
          toastDone(blocks ? blocks.words : `The text now matches v${number}`, { undo });
        },
      },
    );
  return {
    name: useMutation(
      query.version.create.mutationOptions({
        ...settled,
        onSuccess: ({ number, name }) => void toastDone(`v${number} is named ${name}`),
      }),
    ),
    restore,
    isRestoring: restoring.isPending,
  };
}

export type VersionChangesOf = ReturnType<typeof useVersionChanges>;
