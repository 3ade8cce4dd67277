"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { query } from "#components/base/api/client.ts";
import { problemOf, wordsOf } from "#components/base/api/problem.ts";
import { toastDone, toastError } from "#components/ui/toast.tsx";
import { REVIEW_STATUS_WORDS, type ReviewStatus } from "#lib/base/vocabulary/review.ts";
import type { Review } from "#lib/contract/review.ts";

/** The refusal that the list of gates answers better than a toast. */
const areGatesShut = (error: unknown): boolean => problemOf(error)?.rule === "gates_open";

/** One review with what can be done with it. The newest row answers every change, refused ones too. */
export function useReview(key: string) {
  const client = useQueryClient();
  const options = query.review.get.queryOptions({ input: { key } });
  const review = useQuery(options);
  const keep = (row: Review) => {
    client.setQueryData(options.queryKey, row);
    void client.invalidateQueries({ queryKey: query.review.gates.key({ input: { key } }) });
    void client.invalidateQueries({ queryKey: query.review.list.key() });
  };
  const settled = {
    onSuccess: keep,
    onError: (error: unknown) => {
      const problem = problemOf(error);
      if (!areGatesShut(error))
        toastError(
          problem?.code === "conflict"
            ? "Somebody changed this review first. The newer version is shown; make your change again."
            : wordsOf(error),
        );
      void client.invalidateQueries({ queryKey: query.review.key() });
    },
  };
  return {
    review,
    update: useMutation(query.review.update.mutationOptions(settled)),
    move: useMutation(query.review.transition.mutationOptions(settled)),
    archive: useMutation(query.review.archive.mutationOptions(settled)),
    restore: useMutation(query.review.restore.mutationOptions(settled)),
  };
}

export type ReviewActions = Omit<ReturnType<typeof useReview>, "review">;

/** Returns how to move a review; gates that are shut are told to `onGates`, everything else by a toast. */
export function useMove(review: Review, { move }: ReviewActions, onGates: (areShut: boolean) => void) {
  return (to: ReviewStatus, reason?: string, onDone?: () => void) =>
    move.mutate(
      { key: review.key, version: review.version, to, ...(reason ? { reason } : {}) },
      {
        onError: (error) => onGates(areGatesShut(error)),
        onSuccess: () => {
          onDone?.();
          toastDone(`${review.key} is now ${REVIEW_STATUS_WORDS[to].toLowerCase()}`);
        },
      },
    );
}
