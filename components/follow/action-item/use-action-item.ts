"use client";

import { useQuery } from "@tanstack/react-query";
import { query } from "#components/base/api/client.ts";

/** One action item with its history. */
export const useActionItem = (key: string) => useQuery(query.actionItem.get.queryOptions({ input: { key } }));
