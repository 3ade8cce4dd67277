"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { query, reads } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { toastError } from "#components/ui/overlays/toast.tsx";

/** One's own recollections for a review and shared ones, with functions that write one's own. */
export function useRecollections(key: string) {
  const client = useQueryClient();
  const settled = {
    onSuccess: () => refresh(client, "recollection"),
    onError: (error: unknown) => {
      toastError(wordsOf(error));
      void refresh(client, "recollection");
    },
  };
  return {
    list: useQuery(reads.interview.ofReview(key)),
    create: useMutation(query.interview.create.mutationOptions(settled)),
    update: useMutation(query.interview.update.mutationOptions(settled)),
    share: useMutation(query.interview.share.mutationOptions(settled)),
  };
}
export type Recollections = ReturnType<typeof useRecollections>;
