"use client";
import { useQuery } from "@tanstack/react-query";
import type { ValueOption } from "#components/ui/value-list.tsx";
import { teamsOptions } from "./teams-query.ts";

/** Teams in use as options of a menu. */
export function useTeamOptions(): ValueOption[] {
  const { data } = useQuery(teamsOptions(false));
  return (data?.items ?? []).map(({ id, name, manager }) => ({
    value: id,
    label: name,
    ...(manager ? { detail: manager.name } : {}),
  }));
}
