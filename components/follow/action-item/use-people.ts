"use client";

import { useFoundPeople } from "#components/people/member/use-found-people.ts";
import { useFoundTeams } from "#components/people/team/use-found-teams.ts";
import type { ValueOption } from "#components/ui/choices/value-list.tsx";
import { roleAllows } from "#lib/base/access/can.ts";

/** The people who can work on something, for menus. */
export function usePeople() {
  const { rows, find, ...found } = useFoundPeople();
  const people = rows.filter((person) => roleAllows(person.role, "work.own") && !person.disabled);
  return {
    ...found,
    find,
    options: people.map(
      ({ id, name, teams }): ValueOption => ({
        value: id,
        label: name,
        detail: teams.map((team) => team.name).join(", ") || undefined,
      }),
    ),
    /** Returns the only team of a person, or undefined for none or several. */
    teamOf: (id: string) => {
      const teams = find(id)?.teams ?? [];
      return teams.length === 1 ? teams[0]?.id : undefined;
    },
  };
}

/** Teams for menus. */
export function useTeams() {
  const { rows, ...found } = useFoundTeams();
  return { ...found, options: rows.map(({ id, name }): ValueOption => ({ value: id, label: name })) };
}
