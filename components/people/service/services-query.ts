"use client";
import { query } from "#components/base/api/client.ts";

const MOST = 200;

/** Services of the settings page, a page of 200 at a time. */
export const servicesOptions = (includeArchived: boolean) =>
  query.service.list.infiniteOptions({
    input: (cursor: string | undefined) => ({ limit: MOST, includeArchived, ...(cursor ? { cursor } : {}) }),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
