"use client";
import { useQueryClient } from "@tanstack/react-query";
import { api, query } from "#components/base/api/client.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { useRowSave } from "#components/base/api/use-row-save.ts";
import type { Team } from "#lib/contract/team.ts";

type Change = {
  name?: string;
  managerId?: string | null;
  parentId?: string | null;
  memberIds?: string[];
  archived?: boolean;
};
type Ref = Team["manager"];

/** Changes a team field by field, each with a toast and undo. */
export function useUpdateTeam() {
  const client = useQueryClient();
  const save = useRowSave<Team, Change>({
    listKey: query.team.list.key(),
    update: (input) => api.team.update(input),
    // The name is also in other rows: teams below it, services and people.
    onSaved: () => void refresh(client, "team"),
  });
  const named = (name: string) => ({
    change: { name },
    shown: { name },
    words: `Renamed to ${name}`,
  });
  const managed = (team: Team, manager: Ref) => ({
    change: { managerId: manager?.id ?? null },
    shown: { manager },
    words: manager ? `Manager of ${team.name} changed to ${manager.name}` : `Manager removed from ${team.name}`,
  });
  const hung = (team: Team, parent: Ref) => ({
    change: { parentId: parent?.id ?? null },
    shown: { parent },
    words: parent ? `${team.name} moved to ${parent.name}` : `Parent team removed from ${team.name}`,
  });
  const peopled = (team: Team, members: Team["members"]) => ({
    change: { memberIds: members.map(({ id }) => id) },
    shown: { members },
    words: `${team.name} has ${members.length === 1 ? "1 person" : `${members.length} people`}`,
  });
  const archived = (team: Team, away: boolean) => ({
    change: { archived: away },
    shown: { archived: away },
    words: away ? `${team.name} archived` : `${team.name} restored`,
  });
  return {
    rename: (team: Team, name: string) => save(team, { ...named(name), undo: named(team.name) }),
    setManager: (team: Team, manager: Ref) =>
      save(team, { ...managed(team, manager), undo: managed(team, team.manager) }),
    setParent: (team: Team, parent: Ref) => save(team, { ...hung(team, parent), undo: hung(team, team.parent) }),
    setMembers: (team: Team, members: Team["members"]) =>
      save(team, { ...peopled(team, members), undo: peopled(team, team.members) }),
    setArchived: (team: Team, away: boolean) => save(team, { ...archived(team, away), undo: archived(team, !away) }),
  };
}
