"use client";
import { useQuery } from "@tanstack/react-query";
import { reads } from "#components/base/api/client.ts";
import type { ValueOption } from "#components/ui/value-list.tsx";

/** Teams in use as options of a menu. */
export function useTeamOptions(): ValueOption[] {
  const { data } = useQuery(reads.team.list(false));
  return (data?.items ?? []).map(({ id, name, manager }) => ({
    value: id,
    label: name,
    ...(manager ? { detail: manager.name } : {}),
  }));
}
