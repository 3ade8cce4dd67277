"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { api, reads } from "#components/base/api/client.ts";
import { unsavedWords } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import type { ReviewTask } from "#lib/contract/review-task.ts";

type Edited = Omit<Parameters<typeof api.reviewTask.update>[0], "key" | "id" | "version">;
type Added = Omit<Parameters<typeof api.reviewTask.create>[0], "key">;

/** Changes the tasks of a review: on screen at once, and one after the other on the server. */
export function useTasks(key: string) {
  const client = useQueryClient();
  const { queryKey } = reads.review.get(key);
  const last = useRef(Promise.resolve());
  const waiting = useRef(0);
  const put = (change: (tasks: ReviewTask[]) => ReviewTask[]) =>
    client.setQueryData(queryKey, (data) => data && { ...data, tasks: change(data.tasks) });
  const patch = (id: string, changed: Partial<ReviewTask>) =>
    put((tasks) => tasks.map((task) => (task.id === id ? { ...task, ...changed } : task)));
  const versionOf = (id: string) => client.getQueryData(queryKey)?.tasks.find((task) => task.id === id)?.version ?? 1;

  const send = (run: () => Promise<ReviewTask>, onSaved: (task: ReviewTask) => void) => {
    waiting.current += 1;
    last.current = last.current.then(async () => {
      try {
        const task = await run();
        // Later presses are on screen already.
        patch(task.id, waiting.current > 1 ? { version: task.version } : task);
        onSaved(task);
      } catch (error) {
        toastError(unsavedWords(error, "this task"));
        void refresh(client, "review_task");
      }
      waiting.current -= 1;
    });
  };
  const again = () => void refresh(client, "review_task");

  const tick = (task: ReviewTask, isDone: boolean) => {
    patch(task.id, { done: isDone ? { at: new Date().toISOString(), by: null } : null, late: task.late && !isDone });
    send(
      () => api.reviewTask.update({ key, id: task.id, version: versionOf(task.id), done: isDone }),
      () => isDone && toastDone(`Done: ${task.title}`, { undo: () => tick(task, false) }),
    );
  };
  const edit = (task: ReviewTask, edited: Edited, version = task.version) =>
    send(
      () => api.reviewTask.update({ key, id: task.id, version, ...edited }),
      () => {
        const { title, ownerId, isOwnDay, dueOn } = task;
        const undo = { title, ownerId, dueOn: isOwnDay ? dueOn : null };
        toastDone("Task saved", { undo: () => edit({ ...task, version: versionOf(task.id) }, undo) });
      },
    );
  const remove = (task: ReviewTask, removed = true) => {
    const version = versionOf(task.id);
    if (removed) put((tasks) => tasks.filter(({ id }) => id !== task.id));
    send(
      () => api.reviewTask.remove({ key, id: task.id, version, removed }),
      (saved) => {
        if (!removed) return again();
        return toastDone(`Task removed: ${task.title}`, { undo: () => restore(saved) });
      },
    );
  };
  const restore = (task: ReviewTask) => {
    put((tasks) => [...tasks, task]);
    remove(task, false);
  };
  const add = (added: Added) =>
    send(
      () => api.reviewTask.create({ key, ...added }),
      (task) => {
        put((tasks) => (tasks.some(({ id }) => id === task.id) ? tasks : [...tasks, task]));
        toastDone(`Task added: ${task.title}`, { undo: () => remove(task) });
      },
    );
  return { tick: (task: ReviewTask) => tick(task, task.done === null), edit, remove, add };
}
