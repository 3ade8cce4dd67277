"use client";

import { ChevronDown } from "lucide-react";
import { ValueMenu } from "#components/ui/value-menu.tsx";
import type { Team } from "#lib/contract/team.ts";
import { teamsBelow } from "./team-tree.ts";
import { useUpdateTeam } from "./use-update-team.ts";

const TOP = "top";

/** The team this one is part of; those below it are no choice. */
export function ParentMenu({ team, teams }: { team: Team; teams: readonly Team[] }) {
  const { setParent } = useUpdateTeam();
  const below = teamsBelow(teams, team.id);
  const choices = teams.filter((other) => !below.has(other.id) && !other.archived);
  const change = (id: string) => {
    const picked = choices.find((other) => other.id === id);
    void setParent(team, picked ? { id: picked.id, name: picked.name } : null);
  };
  const shown = team.parent?.name ?? "the top";
  return (
    <ValueMenu
      label={`${team.name} is part of`}
      value={team.parent?.id ?? TOP}
      options={[{ value: TOP, label: "The top" }, ...choices.map(({ id, name }) => ({ value: id, label: name }))]}
      onChange={change}
      trigger={
        <button type="button" className="val" aria-label={`${team.name} is part of: ${shown}`}>
          {team.parent ? team.parent.name : <span className="muted">the top</span>}
          <ChevronDown className="i s" />
        </button>
      }
    />
  );
}
