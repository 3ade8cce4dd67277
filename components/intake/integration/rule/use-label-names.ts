"use client";

import { useQuery } from "@tanstack/react-query";
import { query } from "#components/base/api/client.ts";

const SEEN = 200;

/** Names of labels that events of this integration carried lately. */
export function useLabelNames(integrationId: string): string[] {
  const { data } = useQuery(query.incoming.list.queryOptions({ input: { integrationId, limit: SEEN } }));
  const names = new Set((data?.items ?? []).flatMap(({ labels }) => Object.keys(labels)));
  return [...names].sort();
}
