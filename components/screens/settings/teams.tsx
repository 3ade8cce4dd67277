"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { parseAsBoolean, useQueryState } from "nuqs";
import { useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { useMe } from "#components/people/me/use-me.ts";
import { CreateTeam } from "#components/people/team/create-team.tsx";
import { TeamRow } from "#components/people/team/team-row.tsx";
import { teamTree } from "#components/people/team/team-tree.ts";
import { Button } from "#components/ui/button.tsx";
import { HeadCell, Table } from "#components/ui/lists/table.tsx";
import { Note } from "#components/ui/note.tsx";
import { EmptyState } from "#components/ui/page/empty-state.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import type { Team } from "#lib/contract/team.ts";
import shared from "./settings.module.css";
import styles from "./teams.module.css";

function TeamTable({ teams, manages }: { teams: readonly Team[]; manages: boolean }) {
  return (
    <Table caption="Teams, by parent team" className={styles.teams}>
      <thead>
        <tr>
          <HeadCell>Team</HeadCell>
          <HeadCell>Manager</HeadCell>
          <HeadCell className={textStyles.wideOnly}>Part of</HeadCell>
          <HeadCell right>People</HeadCell>
          {manages ? (
            <HeadCell right>
              <span className={textStyles.visuallyHidden}>Actions</span>
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

/** The tree of teams with their managers and people. */
export function Teams() {
  const [archived, setArchived] = useQueryState("archived", parseAsBoolean.withDefault(false));
  const [creating, setCreating] = useState(false);
  const manages = useMe()?.may.includes("people.manage") ?? false;
  const { data, error, refetch } = useQuery(reads.team.list(archived));
  const add = (
    <Button icon={<Plus size={14} />} onClick={() => setCreating(true)}>
      Team
    </Button>
  );
  const count = data?.items.filter((team) => !team.archived).length;
  return (
    <Section
      id="teams"
      title="Teams"
      count={count === undefined ? undefined : `${count}. Managers see actions without an owner and verify actions.`}
      right={manages ? add : null}
    >
      {error ? <NotRead what="teams" error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <SkeletonRows rows={4} label="Loading teams" /> : null}
      {data?.items.length === 0 ? (
        <EmptyState title="No teams yet" action={manages ? add : null}>
          Teams own services and actions. A team's manager is notified when its actions are late.
        </EmptyState>
      ) : null}
      {data && data.items.length > 0 ? <TeamTable teams={data.items} manages={manages} /> : null}
      <Note className={shared.foot}>
        <button
          type="button"
          className={textStyles.underlinedLink}
          onClick={() => void setArchived(archived ? null : true)}
        >
          {archived ? "Hide archived teams" : "Include archived teams"}
        </button>
      </Note>
      {manages ? <CreateTeam open={creating} onOpenChange={setCreating} teams={data?.items ?? []} /> : null}
    </Section>
  );
}
