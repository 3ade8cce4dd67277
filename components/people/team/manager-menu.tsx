"use client";

import { ChevronDown } from "lucide-react";
import { usePeopleOptions } from "#components/people/member/use-people-options.ts";
import { initialsOf } from "#components/ui/avatar.tsx";
import { ValueMenu } from "#components/ui/value-menu.tsx";
import type { Team } from "#lib/contract/team.ts";
import { useUpdateTeam } from "./use-update-team.ts";

const NOBODY = "none";

/** Who manages a team; the value is the menu. */
export function ManagerMenu({ team }: { team: Team }) {
  const { options, onSearch } = usePeopleOptions();
  const { setManager } = useUpdateTeam();
  const { manager } = team;
  const change = (id: string) => {
    const picked = options.find((option) => option.value === id);
    void setManager(team, picked ? { id, name: picked.label } : null);
  };
  return (
    <ValueMenu
      label={`Manager of ${team.name}`}
      value={manager?.id ?? NOBODY}
      options={manager ? [...options, { value: NOBODY, label: "No manager" }] : options}
      onSearch={onSearch}
      onChange={change}
      placeholder="Name or email"
      trigger={
        <button type="button" className="val" aria-label={`Manager of ${team.name}: ${manager?.name ?? "choose"}`}>
          {manager ? (
            <>
              <span className="av" aria-hidden="true">
                {initialsOf(manager.name)}
              </span>
              <span className="trunc">{manager.name}</span>
            </>
          ) : (
            "Choose"
          )}
          <ChevronDown className="i s" />
        </button>
      }
    />
  );
}
