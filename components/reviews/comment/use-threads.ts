"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { query, reads } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { toastError } from "#components/ui/overlays/toast.tsx";
import type { Thread } from "#lib/contract/comment.ts";

/** Puts a changed thread into a list of threads, in its place or at the end. */
export const withThread = (threads: readonly Thread[], changed: Thread): Thread[] =>
  threads.some((thread) => thread.id === changed.id)
    ? threads.map((thread) => (thread.id === changed.id ? changed : thread))
    : [...threads, changed];

/** Comment threads of a review and their changes. */
export function useThreads(key: string) {
  const client = useQueryClient();
  const options = reads.comment.ofReview(key);
  const list = useQuery(options);
  const settled = {
    onSuccess: (thread: Thread) =>
      client.setQueryData(options.queryKey, (data) => ({ items: withThread(data?.items ?? [], thread) })),
    onError: (error: unknown) => {
      toastError(wordsOf(error));
      void refresh(client, "comment");
    },
  };
  return {
    threads: list.data?.items ?? [],
    start: useMutation(query.comment.start.mutationOptions(settled)),
    reply: useMutation(query.comment.reply.mutationOptions(settled)),
    edit: useMutation(query.comment.edit.mutationOptions(settled)),
    react: useMutation(query.comment.react.mutationOptions(settled)),
    assign: useMutation(query.comment.assign.mutationOptions(settled)),
    finish: useMutation(query.comment.finish.mutationOptions(settled)),
    resolve: useMutation(query.comment.resolve.mutationOptions(settled)),
  };
}

export type Threads = ReturnType<typeof useThreads>;
