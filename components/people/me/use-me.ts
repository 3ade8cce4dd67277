"use client";

import { useQuery } from "@tanstack/react-query";
import { query } from "#components/base/api/client.ts";
import type { Me } from "#lib/contract/me.ts";

/** Who is signed in and what they can do; undefined while it is not known. */
export function useMe(): Me | undefined {
  return useQuery(query.me.get.queryOptions({ staleTime: 60_000 })).data;
}
