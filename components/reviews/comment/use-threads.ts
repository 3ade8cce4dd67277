"use client";

import { type UseMutationOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { query, reads } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { commentsOn } from "#components/base/api/reads.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { toastError } from "#components/ui/overlays/toast.tsx";
import type { Thread } from "#lib/contract/comment.ts";

/** Puts a changed thread into a list of threads, in its place or at the end. */
export const withThread = (threads: readonly Thread[], changed: Thread): Thread[] =>
  threads.some((thread) => thread.id === changed.id)
    ? threads.map((thread) => (thread.id === changed.id ? changed : thread))
    : [...threads, changed];

/** Comment threads of a review, an action item or a strategic change, and their changes. */
export function useThreads(key: string) {
  const client = useQueryClient();
  const comment = commentsOn(query, key);
  const options = reads.comment.of(key);
  const list = useQuery(options);
  const settled = {
    onSuccess: (thread: Thread) =>
      client.setQueryData(options.queryKey, (data) => ({
        ...{ mayComment: true, ...data },
        items: withThread(data?.items ?? [], thread),
      })),
    onError: (error: unknown) => {
      toastError(wordsOf(error));
      void refresh(client, "comment");
    },
  };
  const threads = list.data?.items ?? NONE;
  const isRead = list.data !== undefined;
  const mayComment = list.data?.mayComment === true;
  const start = useChange(comment.start.mutationOptions(settled));
  const reply = useChange(comment.reply.mutationOptions(settled));
  const edit = useChange(comment.edit.mutationOptions(settled));
  const react = useChange(comment.react.mutationOptions(settled));
  const assign = useChange(comment.assign.mutationOptions(settled));
  const finish = useChange(comment.finish.mutationOptions(settled));
  const resolve = useChange(comment.resolve.mutationOptions(settled));
  return useMemo(
    () => ({ threads, isRead, mayComment, start, reply, edit, react, assign, finish, resolve }),
    [threads, isRead, mayComment, start, reply, edit, react, assign, finish, resolve],
  );
}

const NONE: readonly Thread[] = [];

/** A mutation that stays the same object until its progress changes, or each card would be drawn with each letter. */
function useChange<Result, Failure, Variables>(options: UseMutationOptions<Result, Failure, Variables>) {
  const { mutate, isPending } = useMutation(options);
  return useMemo(() => ({ mutate, isPending }), [mutate, isPending]);
}

export type Threads = ReturnType<typeof useThreads>;
