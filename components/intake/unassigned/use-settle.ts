"use client";

import { type InfiniteData, useQueryClient } from "@tanstack/react-query";
import { afterWrites, beginWrite } from "#components/base/api/begin-write.ts";
import { api, query } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import type { ListedIncoming } from "#lib/contract/unassigned.ts";
import { versioned, type Waiting } from "./waiting.ts";

type Settled = { events: readonly Waiting[] };
type Pages = InfiniteData<{ items: ListedIncoming[]; nextCursor: string | null }>;

/** Attaches unassigned events to an incident or dismisses them. They leave the list, and this can be undone at once. */
export function useSettle() {
  const client = useQueryClient();
  // A read during another write would show its events again, to be settled twice.
  const readAgain = () => afterWrites(() => void refresh(client, ["incoming_event", "timeline"]));
  const hide = (events: readonly Waiting[]) => {
    const ids = new Set(events.map(({ id }) => id));
    client.setQueriesData<Pages>({ queryKey: query.incoming.list.key() }, (list) =>
      list ? { ...list, pages: list.pages.map((page) => without(page, ids)) } : list,
    );
  };
  const settle = async (
    events: readonly Waiting[],
    said: string,
    send: (events: Waiting[]) => Promise<Settled>,
    restore: (events: Waiting[]) => Promise<Settled>,
  ) => {
    const endWrite = await beginWrite(client, query.incoming.key());
    hide(events);
    const sent = send(versioned(events));
    const undo = async () => {
      const done = await sent.catch(() => null);
      if (!done) return;
      await restore(versioned(done.events)).catch((error) => toastError(wordsOf(error)));
      readAgain();
    };
    const close = toastDone(said, { undo: () => void undo() });
    try {
      await sent;
    } catch (error) {
      close();
      toastError(wordsOf(error));
    } finally {
      readAgain();
      endWrite();
    }
  };
  return {
    attach: (key: string, events: readonly Waiting[]) =>
      settle(
        events,
        `${countWords(events.length, "event")} attached to ${key}`,
        (list) => api.incoming.attach({ key, events: list }),
        (list) => api.incoming.detach({ events: list }),
      ),
    dismiss: (events: readonly Waiting[]) =>
      settle(
        events,
        `${countWords(events.length, "event")} dismissed`,
        (list) => api.incoming.dismiss({ events: list }),
        (list) => api.incoming.restore({ events: list }),
      ),
  };
}

const without = (page: Pages["pages"][number], ids: ReadonlySet<string>) => ({
  ...page,
  items: page.items.filter(({ id }) => !ids.has(id)),
});
