"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { query, reads } from "#components/base/api/client.ts";
import { unsavedWords } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { toastError } from "#components/ui/overlays/toast.tsx";
import type { Learning } from "#lib/contract/learning.ts";
import type { Review } from "#lib/contract/review.ts";

/** Returns whether a review has learnings. They are read only if its template shows them. */
export function useHasLearnings({ key, templateSections }: Pick<Review, "key" | "templateSections">): boolean {
  const enabled = templateSections.some(({ live }) => live.includes("learnings"));
  return (useQuery({ ...reads.learning.ofReview(key), enabled }).data?.items.length ?? 0) > 0;
}

/** Functions that add and change the learnings of a review. */
export function useLearnings(key: string) {
  const client = useQueryClient();
  const { queryKey } = reads.learning.ofReview(key);
  const settled = {
    onSuccess: (saved: Learning) => {
      client.setQueryData(queryKey, (data) => {
        const others = (data?.items ?? []).filter(({ id }) => id !== saved.id);
        return { items: saved.removed ? others : [...others, saved] };
      });
      void refresh(client, "learning");
    },
    onError: (error: unknown) => {
      toastError(unsavedWords(error, "this learning"));
      void refresh(client, "learning");
    },
  };
  return {
    create: useMutation(query.learning.create.mutationOptions(settled)),
    update: useMutation(query.learning.update.mutationOptions(settled)),
  };
}
