"use client";
import { useQueryClient } from "@tanstack/react-query";
import { api, query } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { type Listed, withRow } from "#components/base/api/with-row.ts";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { itemOf } from "#lib/across/notification/item-of.ts";
import { countWords } from "#lib/base/text/sentence.ts";
import type { Notification } from "#lib/contract/notification.ts";

type Messages = readonly Notification[];
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
  const readAgain = async () => {
    await Promise.all([client.invalidateQueries({ queryKey: listKey }), countAgain()]);
  };
  /** Sends a change that moves messages to another tab, and says so. */
  const move = async (send: () => Promise<unknown>, words: string, undo: () => Promise<unknown>) => {
    const tried = async (run: () => Promise<unknown>) => {
      try {
        await run();
        return true;
      } catch (error) {
        toastError(wordsOf(error));
        return false;
      } finally {
        await readAgain();
      }
    };
    if (await tried(send)) toastDone(words, { undo: () => void tried(undo) });
  };

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

  const finish = (items: Messages, done: boolean) =>
    move(
      () => api.notification.finish({ ids: idsOf(items), done }),
      done ? `${wordsOfCount(items.length)} done` : `${wordsOfCount(items.length)} moved to New`,
      async () => {
        await api.notification.finish({ ids: idsOf(items), done: !done });
        await readAsBefore(items);
      },
    );

  /** Moves all that are new to Done, older ones that aren't loaded too, but none that came since the list was read. */
  const finishAll = (loaded: Messages) => {
    const before = loaded
      .map(({ shownAt }) => shownAt)
      .sort()
      .at(-1);
    let doneAt: string | undefined;
    return move(
      async () => {
        ({ doneAt } = await api.notification.finish({ done: true, ...(before ? { before } : {}) }));
      },
      "All messages marked as done",
      async () => doneAt && api.notification.finish({ done: false, doneAt }),
    );
  };

  const snooze = (items: Messages, until: string, words: string) =>
    move(
      () => api.notification.snooze({ ids: idsOf(items), until }),
      `${wordsOfCount(items.length)} snoozed until ${words}`,
      async () => {
        for (const { id, shownAt } of items) await api.notification.snooze({ ids: [id], until: null, shownAt });
        await readAsBefore(items);
      },
    );

  const wake = (item: Notification) =>
    move(
      () => api.notification.snooze({ ids: [item.id], until: null }),
      "Message moved to New",
      () => api.notification.snooze({ ids: [item.id], until: item.shownAt }),
    );

  const muteItem = async (message: Notification) => {
    const item = itemOf(message.href);
    if (item === null) return;
    const mute = (muted: boolean) => () => api.notification.mute({ item, muted });
    await move(
      mute(true),
      `${item.slice(item.lastIndexOf("/") + 1)} muted. Its requests to you stay in the inbox`,
      mute(false),
    );
  };

  return { mark, finish, finishAll, snooze, wake, muteItem };
}
