"use client";
import { query } from "#components/base/api/client.ts";

/** My inbox, a page at a time. */
export const inboxOptions = (unread: boolean) =>
  query.notification.list.infiniteOptions({
    input: (cursor: string | undefined) => ({ unread, ...(cursor ? { cursor } : {}) }),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
