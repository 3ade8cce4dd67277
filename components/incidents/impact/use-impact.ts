"use client";

import { useQuery } from "@tanstack/react-query";
import { query } from "#components/base/api/client.ts";

export const impactOptions = (key: string) => query.impact.get.queryOptions({ input: { key } });
export const responseOptions = (key: string) => query.impact.response.queryOptions({ input: { key } });

/** Windows, totals, proposals and series of an incident; open windows end when this was read. */
export function useImpact(key: string) {
  const impact = useQuery(impactOptions(key));
  return { ...impact, nowMs: impact.dataUpdatedAt };
}
