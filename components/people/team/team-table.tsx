"use client";

import { HeadCell, Table } from "#components/ui/table.tsx";
import type { Team } from "#lib/contract/team.ts";
import { TeamRow } from "./team-row.tsx";
import { teamTree } from "./team-tree.ts";

export function TeamTable({ teams, manages }: { teams: readonly Team[]; manages: boolean }) {
  return (
    <Table caption="Teams, each below the one it is part of" className="tm2">
      <thead>
        <tr>
          <HeadCell>Team</HeadCell>
          <HeadCell>Manager</HeadCell>
          <HeadCell className="h">Part of</HeadCell>
          <HeadCell right>People</HeadCell>
          {manages ? (
            <HeadCell right>
              <span className="vh">Actions</span>
            </HeadCell>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {teamTree(teams).map(({ team, depth }) => (
          <TeamRow key={team.id} team={team} depth={depth} teams={teams} manages={manages} />
        ))}
      </tbody>
    </Table>
  );
}
