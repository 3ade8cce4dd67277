"use client";

import { useQueryClient } from "@tanstack/react-query";
import { api, query } from "#components/base/api/client.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { useLeaving } from "#components/base/api/use-leaving.ts";
import { countWords } from "#lib/base/text/sentence.ts";
import { versioned, type Waiting } from "./waiting.ts";

/** Attaches unassigned events to an incident or dismisses them. They leave the list, and this can be undone at once. */
export function useSettle() {
  const client = useQueryClient();
  const leave = useLeaving(query.incoming.list.key(), () => void refresh(client, ["incoming_event", "timeline"]));
  return {
    attach: (key: string, rows: readonly Waiting[]) =>
      leave({
        rows,
        words: `${countWords(rows.length, "event")} attached to ${key}`,
        send: () => api.incoming.attach({ key, events: versioned(rows) }),
        undo: ({ events }) => api.incoming.detach({ events: versioned(events) }),
      }),
    dismiss: (rows: readonly Waiting[]) =>
      leave({
        rows,
        words: `${countWords(rows.length, "event")} dismissed`,
        send: () => api.incoming.dismiss({ events: versioned(rows) }),
        undo: ({ events }) => api.incoming.restore({ events: versioned(events) }),
      }),
  };
}
