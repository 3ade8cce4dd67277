"use client";

import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { personOption, useFoundPeople } from "#components/people/member/use-found-people.ts";
import { ValuesMenu } from "#components/ui/choices/value-menu.tsx";
import { ValueButton } from "#components/ui/fields/value-button.tsx";
import type { Team } from "#lib/contract/team.ts";
import styles from "./members-menu.module.css";
import { useUpdateTeam } from "./use-update-team.ts";

/** The members of a team: selected in a menu, and saved together when it closes. */
export function MembersMenu({ team }: { team: Team }) {
  const people = useFoundPeople();
  const options = people.rows.map(personOption);
  const { setMembers } = useUpdateTeam();
  const [picked, setPicked] = useState<Team["members"] | null>(null);
  const members = picked ?? team.members;
  const here = team.members.map(({ id, name }) => ({ value: id, label: name }));
  const others = options.filter((option) => !team.members.some(({ id }) => id === option.value));

  const pick = (ids: string[]) => {
    const names = new Map([...here, ...options].map(({ value, label }) => [value, label]));
    for (const { id, name } of members) names.set(id, name);
    setPicked(ids.map((id) => ({ id, name: names.get(id) ?? "" })));
  };
  const close = (open: boolean) => {
    if (open) return setPicked(team.members);
    if (picked && differs(picked, team.members)) void setMembers(team, picked);
    setPicked(null);
  };
  return (
    <ValuesMenu
      label={`People of ${team.name}`}
      values={members.map(({ id }) => id)}
      options={[...here, ...others]}
      onSearch={people.onSearch}
      onChange={pick}
      open={picked !== null}
      onOpenChange={close}
      align="end"
      placeholder="Name or email"
      trigger={
        <ValueButton className={styles.count} aria-label={`People of ${team.name}: ${members.length}`}>
          {members.length}
          <ChevronDown size={14} />
        </ValueButton>
      }
    />
  );
}

const differs = (a: Team["members"], b: Team["members"]) =>
  a.length !== b.length || a.some(({ id }) => !b.some((other) => other.id === id));
