"use client";
import { useQueryClient } from "@tanstack/react-query";
import { api, query } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { useLeaving } from "#components/base/api/use-leaving.ts";
import { type Listed, withRow } from "#components/base/api/with-row.ts";
import { toastError } from "#components/ui/overlays/toast.tsx";
import { itemOf, nameOfItem } from "#lib/across/notification/item-of.ts";
import type { SnoozeTime } from "#lib/across/notification/snooze-times.ts";
import { countWords } from "#lib/base/text/sentence.ts";
import type { Notification } from "#lib/contract/notification.ts";

type Messages = readonly Notification[];
/** A time, or what ends a snooze otherwise. */
type Until = SnoozeTime["at"];
const idsOf = (items: Messages) => items.map(({ id }) => id);
const wordsOfCount = (items: number) => (items === 1 ? "Message" : countWords(items, "message"));

/** Steps on messages of the inbox. Each has an undo. */
export function useMark() {
  const client = useQueryClient();
  const listKey = query.notification.list.key();
  const show = (items: Messages, readAt: string | null) => {
    for (const { id } of items) {
      client.setQueriesData<Listed<Notification>>({ queryKey: listKey }, (data) => withRow(data, { id, readAt }));
    }
  };
  const countAgain = () => refresh(client, "notification");
  const leave = useLeaving(listKey, () => {
    void client.invalidateQueries({ queryKey: listKey });
    void countAgain();
  });

  async function mark(items: Messages, read: boolean): Promise<void> {
    if (items.length === 0) return;
    show(items, read ? new Date().toISOString() : null);
    try {
      await api.notification.mark({ ids: idsOf(items), read });
    } catch (error) {
      for (const item of items) show([item], item.readAt);
      toastError(wordsOf(error));
    }
    await countAgain();
  }

  /** Returns to how messages were read before they were moved. */
  const readAsBefore = async (items: Messages) => {
    const unread = items.filter(({ readAt }) => readAt === null);
    const read = items.filter(({ readAt }) => readAt !== null);
    if (unread.length > 0) await api.notification.mark({ ids: idsOf(unread), read: false });
    if (read.length > 0) await api.notification.mark({ ids: idsOf(read), read: true });
  };

  const finish = (rows: Messages, done: boolean) =>
    leave({
      rows,
      words: done ? `${wordsOfCount(rows.length)} done` : `${wordsOfCount(rows.length)} moved to New`,
      send: () => api.notification.finish({ ids: idsOf(rows), done }),
      undo: async () => {
        await api.notification.finish({ ids: idsOf(rows), done: !done });
        await readAsBefore(rows);
      },
    });

  /** Moves all that are new to Done, including older ones that aren't loaded, but not those that arrived since the list was read. */
  const finishAll = (loaded: Messages) => {
    const before = loaded
      .map(({ shownAt }) => shownAt)
      .sort()
      .at(-1);
    return leave({
      rows: loaded,
      words: "All messages marked as done",
      send: () => api.notification.finish({ done: true, ...(before ? { before } : {}) }),
      undo: async ({ doneAt }) => doneAt && api.notification.finish({ done: false, doneAt }),
    });
  };

  const snooze = (rows: Messages, until: Until, words: string) =>
    leave({
      rows,
      words: `${wordsOfCount(rows.length)} snoozed until ${words}`,
      send: () => api.notification.snooze({ ids: idsOf(rows), until }),
      undo: async () => {
        for (const { id, shownAt } of rows) await api.notification.snooze({ ids: [id], until: null, shownAt });
        await readAsBefore(rows);
      },
    });

  const wake = (item: Notification) =>
    leave({
      rows: [item],
      words: "Message moved to New",
      send: () => api.notification.snooze({ ids: [item.id], until: null }),
      undo: () => api.notification.snooze({ ids: [item.id], until: item.wakes ?? item.shownAt }),
    });

  /** `rows`: the messages of the tab that leave it with this one. Requests stay. */
  const muteItem = async (message: Notification, rows: Messages) => {
    const item = itemOf(message.href);
    if (item === null) return;
    await leave({
      rows,
      words: `${nameOfItem(item)} muted. Its requests to you stay in the inbox.`,
      send: () => api.notification.mute({ item, muted: true }),
      undo: () => api.notification.mute({ item, muted: false }),
    });
  };

  return { mark, finish, finishAll, snooze, wake, muteItem };
}
