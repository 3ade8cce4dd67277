"use client";

import { notifyManager, QueryCache, QueryClient, QueryClientProvider, replaceEqualDeep } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { mayPass } from "./problem.ts";
import { readRefused } from "./signed-out.ts";

// A change of the cache is on screen before the next key. With the default timer, a fast second key acts on the row that
// the first one has already removed.
notifyManager.setScheduler(queueMicrotask);

const recordOf = (data: unknown) => data as { id?: unknown; version?: unknown } | null | undefined;

/** A read that was under way before a write can arrive after it. The older version of a record never replaces it. */
export function shareNewer(shown: unknown, read: unknown): unknown {
  const [old, next] = [recordOf(shown), recordOf(read)];
  const isOlder =
    old?.id !== undefined &&
    old.id === next?.id &&
    typeof old.version === "number" &&
    typeof next?.version === "number" &&
    next.version < old.version;
  return isOlder ? shown : replaceEqualDeep(shown, read);
}

/**
 * One query cache per tab. A read is retried if that may help, because otherwise the screen would stay outdated without
 * notice.
 */
export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(
    () =>
      new QueryClient({
        queryCache: new QueryCache({ onError: (error, { state }) => readRefused(error, state.data !== undefined) }),
        defaultOptions: {
          queries: { staleTime: 15_000, retry: mayPass, structuralSharing: shareNewer },
          // Offline, a write would otherwise wait without notice, and be sent after its form was cancelled.
          mutations: { retry: false, networkMode: "always" },
        },
      }),
  );
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
