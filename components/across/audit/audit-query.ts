"use client";
import { keepPreviousData } from "@tanstack/react-query";
import { query } from "#components/base/api/client.ts";

/** The audit log, a page at a time, of one kind of record or of all. */
export const auditOptions = (noun: string) =>
  query.audit.list.infiniteOptions({
    input: (cursor: string | undefined) => ({ ...(noun ? { noun } : {}), ...(cursor ? { cursor } : {}) }),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
