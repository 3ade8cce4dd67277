"use client";

import { useQuery } from "@tanstack/react-query";
import { reads } from "#components/base/api/client.ts";

/** Windows, totals, proposals and series of an incident; open windows end when this was read. */
export function useImpact(key: string) {
  const impact = useQuery(reads.impact.get(key));
  return { ...impact, nowMs: impact.dataUpdatedAt };
}
