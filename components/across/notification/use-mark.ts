"use client";
import { useQueryClient } from "@tanstack/react-query";
import { api, query } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { type Listed, withRow } from "#components/base/api/with-row.ts";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import type { Notification } from "#lib/contract/notification.ts";

/** Marks notifications. A read one stays in place until the list is opened again. */
export function useMark() {
  const client = useQueryClient();
  const listKey = query.notification.list.key();
  const show = (items: readonly Notification[], readAt: string | null) => {
    for (const { id } of items) {
      client.setQueriesData<Listed<Notification>>({ queryKey: listKey }, (data) => withRow(data, { id, readAt }));
    }
  };
  const countAgain = () => refresh(client, "notification");

  async function mark(items: readonly Notification[], read: boolean): Promise<void> {
    if (items.length === 0) return;
    show(items, read ? new Date().toISOString() : null);
    try {
      await api.notification.mark({ ids: items.map(({ id }) => id), read });
    } catch (error) {
      for (const item of items) show([item], item.readAt);
      toastError(wordsOf(error));
    }
    await countAgain();
  }

  /** Marks all, including pages that aren't loaded. There is no exact undo then, so none is offered. */
  async function markAll(loaded: readonly Notification[], more: boolean): Promise<void> {
    const unread = loaded.filter((item) => item.readAt === null);
    show(unread, new Date().toISOString());
    try {
      const { changed } = await api.notification.mark({ read: true });
      const words = changed === 1 ? "1 notification marked as read" : `${changed} notifications marked as read`;
      toastDone(words, more || changed !== unread.length ? {} : { undo: () => void mark(unread, false) });
    } catch (error) {
      show(unread, null);
      toastError(wordsOf(error));
    }
    await countAgain();
  }
  return { mark, markAll };
}
