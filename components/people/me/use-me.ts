"use client";

import { useQuery } from "@tanstack/react-query";
import { reads } from "#components/base/api/client.ts";
import type { Me } from "#lib/contract/me.ts";

/** Who is signed in and what they can do; undefined while it is not known. */
export function useMe(): Me | undefined {
  return useQuery(reads.me.get()).data;
}
