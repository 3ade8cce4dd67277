"use client";

import { useQuery } from "@tanstack/react-query";
import { reads } from "#components/base/api/client.ts";
import type { Me } from "#lib/contract/me.ts";

/** The signed-in person and what they can do. Undefined while unknown. */
export function useMe(): Me | undefined {
  return useQuery(reads.me.get()).data;
}
