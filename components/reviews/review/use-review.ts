"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { query, reads } from "#components/base/api/client.ts";
import { problemOf, unsavedWords, wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { REVIEW_STATUS_WORDS, type ReviewStatus } from "#lib/base/vocabulary/review.ts";
import type { Review } from "#lib/contract/review.ts";
import { nextReviewStatus, reviewMoves } from "#lib/reviews/review/status.ts";

/** An error that the list of gates explains better than a toast. */
export const areGatesShut = (error: unknown): boolean => problemOf(error)?.rule === "gates_open";

/** One review with its changes. Every response updates it, including the newer row of a conflict. */
export function useReview(key: string) {
  const client = useQueryClient();
  const options = reads.review.get(key);
  const review = useQuery(options);
  const keep = (row: Review) => {
    client.setQueryData(options.queryKey, row);
    void refresh(client, "review", [options.queryKey]);
  };
  const settled = {
    onSuccess: keep,
    onError: (error: unknown) => {
      if (!areGatesShut(error)) toastError(unsavedWords(error, "this review"));
      void refresh(client, "review");
    },
  };
  return {
    review,
    update: useMutation(query.review.update.mutationOptions(settled)),
    move: useMutation(query.review.transition.mutationOptions(settled)),
    publish: useMutation(query.review.publish.mutationOptions(settled)),
    keep: useMutation(
      query.version.create.mutationOptions({ onError: (error: unknown) => toastError(wordsOf(error)) }),
    ),
    archive: useMutation(query.review.archive.mutationOptions(settled)),
    restore: useMutation(query.review.restore.mutationOptions(settled)),
  };
}

export type ReviewActions = Omit<ReturnType<typeof useReview>, "review">;

/**
 * Returns how to move a review. Closed gates are passed to `onGates`, and any other error is a toast. A step forward
 * can be undone by people who can move it back.
 */
export function useMove(review: Review, { move }: ReviewActions, onGates: (areShut: boolean) => void) {
  const from = review.status;
  return (to: ReviewStatus, reason?: string, onDone?: () => void) =>
    move.mutate(
      { key: review.key, version: review.version, to, ...(reason ? { reason } : {}) },
      {
        onError: (error) => onGates(areGatesShut(error)),
        onSuccess: ({ key, version, abilities }) => {
          onDone?.();
          const words = REVIEW_STATUS_WORDS[to].toLowerCase();
          const mayUndo = nextReviewStatus(from) === to && reviewMoves(to).includes(from) && abilities.move;
          const undo = () => move.mutate({ key, version, to: from });
          toastDone(`${key} is now ${words}`, { undo: mayUndo ? undo : undefined });
        },
      },
    );
}
