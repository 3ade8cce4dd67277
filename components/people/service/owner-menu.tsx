"use client";

import { ChevronDown } from "lucide-react";
import { useTeamOptions } from "#components/people/team/use-team-options.ts";
import { ValueMenu } from "#components/ui/value-menu.tsx";
import type { Service } from "#lib/contract/service.ts";
import { useUpdateService } from "./use-update-service.ts";

const NOBODY = "none";

/** The team that owns a service; a missing one is a hole that asks to be filled. */
export function OwnerMenu({ service }: { service: Service }) {
  const teams = useTeamOptions();
  const { setOwner } = useUpdateService();
  const { ownerTeam, name } = service;
  const change = (id: string) => {
    const picked = teams.find((team) => team.value === id);
    void setOwner(service, picked ? { id, name: picked.label } : null);
  };
  const menu = (
    <ValueMenu
      label={`Owner team of ${name}`}
      value={ownerTeam?.id ?? NOBODY}
      options={ownerTeam ? [...teams, { value: NOBODY, label: "No owner team" }] : teams}
      onChange={change}
      empty="No team yet; add one under Teams"
      trigger={
        ownerTeam ? (
          <button type="button" className="val" aria-label={`Owner team of ${name}: ${ownerTeam.name}`}>
            {ownerTeam.name}
            <ChevronDown className="i s" />
          </button>
        ) : (
          <button type="button" aria-label={`Name an owner team of ${name}`}>
            Name one
          </button>
        )
      }
    />
  );
  return ownerTeam ? (
    menu
  ) : (
    <span className="hole">
      No owner team
      {menu}
    </span>
  );
}
