"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { reads } from "#components/base/api/client.ts";
import type { ValueOption } from "#components/ui/value-list.tsx";
import type { PersonRef } from "#lib/contract/base.ts";

interface People {
  options: ValueOption[];
  find: (id: string) => PersonRef | undefined;
  /** The one team of a person, undefined for none or several. */
  teamOf: (id: string) => string | undefined;
  /** Given only where there are more people than one page holds: then the server searches. */
  onSearch: ((text: string) => void) | undefined;
}

/** The people who may work on something, for menus. */
export function usePeople(): People {
  const [q, setQ] = useState("");
  const first = useQuery(reads.member.found(""));
  const isLong = first.data?.nextCursor != null;
  const found = useQuery({ ...reads.member.found(q), enabled: isLong && q !== "" });
  const shown = (isLong && q !== "" ? found.data : first.data)?.items ?? [];
  const people = shown.filter((person) => person.role !== "viewer" && !person.disabled);
  return {
    options: people.map(({ id, name, teams }) => ({
      value: id,
      label: name,
      detail: teams.map((team) => team.name).join(", ") || undefined,
    })),
    find: (id) => people.find((person) => person.id === id),
    teamOf: (id) => {
      const teams = people.find((person) => person.id === id)?.teams ?? [];
      return teams.length === 1 ? teams[0]?.id : undefined;
    },
    onSearch: isLong ? setQ : undefined,
  };
}

/** Teams for menus. */
export function useTeams() {
  const teams = useQuery(reads.team.found("")).data?.items ?? [];
  return {
    options: teams.map(({ id, name }): ValueOption => ({ value: id, label: name })),
    find: (id: string) => teams.find((team) => team.id === id),
  };
}
