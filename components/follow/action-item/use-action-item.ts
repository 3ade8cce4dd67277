"use client";

import { useQueries, useQuery } from "@tanstack/react-query";
import { reads } from "#components/base/api/client.ts";

/** One action item with its history. */
export const useActionItem = (key: string) => useQuery(reads.actionItem.get(key));

/** Several action items, each with its history. */
export const useActionItems = (keys: readonly string[]) =>
  useQueries({ queries: keys.map((key) => reads.actionItem.get(key)) });
