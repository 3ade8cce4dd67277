"use client";

import { useQuery } from "@tanstack/react-query";
import { reads } from "#components/base/api/client.ts";
import { useFound } from "#components/base/api/use-found.ts";
import type { ValueOption } from "#components/ui/choices/value-list.tsx";
import type { Team } from "#lib/contract/team.ts";

const useTeams = (words: string, enabled: boolean) => useQuery({ ...reads.team.found(words), enabled }).data;

/** Teams in use, found by name. */
export const useFoundTeams = () => useFound(useTeams);

/** A team as an option of a menu, with who manages it. */
export const managedOption = ({ id, name, manager }: Team): ValueOption => ({
  value: id,
  label: name,
  detail: manager?.name,
});
