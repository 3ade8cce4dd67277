"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { reads } from "#components/base/api/client.ts";
import type { Inputs } from "#components/base/api/reads.ts";

/** The pages of a list; while the next list loads, the last one stays. */
export function useActionList(input: Inputs["actionItem"]["list"]) {
  const list = useInfiniteQuery(reads.actionItem.list(input));
  return { ...list, rows: list.data?.pages.flatMap((page) => page.items) ?? [] };
}
