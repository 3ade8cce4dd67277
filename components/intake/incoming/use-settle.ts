"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, query } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { toastDone, toastError } from "#components/ui/toast.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import { versioned, type Waiting } from "./waiting.ts";

/** Attaches waiting events to an incident or takes them out of the inbox; each can be taken back. */
export function useSettle() {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const refresh = () =>
    Promise.all(
      [query.incoming, query.integration, query.timeline].map((part) =>
        client.invalidateQueries({ queryKey: part.key() }),
      ),
    );
  const run = async (act: () => Promise<void>) => {
    setBusy(true);
    try {
      await act();
    } catch (error) {
      toastError(wordsOf(error));
    } finally {
      setBusy(false);
      await refresh();
    }
  };
  return {
    busy,
    attach: (key: string, events: readonly Waiting[]) =>
      run(async () => {
        const done = await api.incoming.attach({ key, events: versioned(events) });
        const back = () => run(async () => void (await api.incoming.detach({ events: versioned(done.events) })));
        toastDone(`${countWords(events.length, "event")} attached to ${key}`, {
          undo: () => void back(),
        });
      }),
    dismiss: (events: readonly Waiting[]) =>
      run(async () => {
        const done = await api.incoming.dismiss({ events: versioned(events) });
        const back = () => run(async () => void (await api.incoming.restore({ events: versioned(done.events) })));
        toastDone(`${countWords(events.length, "event")} dismissed`, {
          undo: () => void back(),
        });
      }),
  };
}
