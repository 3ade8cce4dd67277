"use client";

import { type UseMutationOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
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
  const threads = list.data?.items ?? NONE;
  const start = useChange(query.comment.start.mutationOptions(settled));
  const reply = useChange(query.comment.reply.mutationOptions(settled));
  const edit = useChange(query.comment.edit.mutationOptions(settled));
  const react = useChange(query.comment.react.mutationOptions(settled));
  const assign = useChange(query.comment.assign.mutationOptions(settled));
  const finish = useChange(query.comment.finish.mutationOptions(settled));
  const resolve = useChange(query.comment.resolve.mutationOptions(settled));
  return useMemo(
    () => ({ threads, start, reply, edit, react, assign, finish, resolve }),
    [threads, start, reply, edit, react, assign, finish, resolve],
  );
}

const NONE: readonly Thread[] = [];

/** A mutation that stays the same object until its progress changes, or each card would be drawn with each letter. */
function useChange<Result, Failure, Variables>(options: UseMutationOptions<Result, Failure, Variables>) {
  const { mutate, isPending } = useMutation(options);
  return useMemo(() => ({ mutate, isPending }), [mutate, isPending]);
}

export type Threads = ReturnType<typeof useThreads>;
