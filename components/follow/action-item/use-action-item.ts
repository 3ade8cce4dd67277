"use client";

import { useQuery } from "@tanstack/react-query";
import { reads } from "#components/base/api/client.ts";

/** One action item with its history. */
export const useActionItem = (key: string) => useQuery(reads.actionItem.get(key));
