"use client";

import { ChevronDown, Ellipsis } from "lucide-react";
import type { CSSProperties } from "react";
import { personOption, useFoundPeople } from "#components/people/member/use-found-people.ts";
import { ValueMenu } from "#components/ui/choices/value-menu.tsx";
import { cx } from "#components/ui/cx.ts";
import { EditableText } from "#components/ui/fields/editable-text.tsx";
import { ValueButton } from "#components/ui/fields/value-button.tsx";
import { BareIconButton } from "#components/ui/icon-button.tsx";
import { Avatar, Who } from "#components/ui/labels/avatar.tsx";
import { Row } from "#components/ui/lists/table.tsx";
import { Menu, MenuItem } from "#components/ui/overlays/menu.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { Team } from "#lib/contract/team.ts";
import { MembersMenu } from "./members-menu.tsx";
import styles from "./team-row.module.css";
import { teamsBelow } from "./team-tree.ts";
import { useUpdateTeam } from "./use-update-team.ts";

const TOP = "top";

/** The parent team. Teams below this one can't be chosen. */
function ParentMenu({ team, teams }: { team: Team; teams: readonly Team[] }) {
  const { setParent } = useUpdateTeam();
  const below = teamsBelow(teams, team.id);
  const choices = teams.filter((other) => !below.has(other.id) && !other.archived);
  const change = (id: string) => {
    const picked = choices.find((other) => other.id === id);
    void setParent(team, picked ? { id: picked.id, name: picked.name } : null);
  };
  const shown = team.parent?.name ?? "none";
  return (
    <ValueMenu
      label={`${team.name} is part of`}
      value={team.parent?.id ?? TOP}
      options={[
        { value: TOP, label: "No parent team" },
        ...choices.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={change}
      trigger={
        <ValueButton aria-label={`${team.name} is part of: ${shown}`}>
          {team.parent ? team.parent.name : <span className={textStyles.muted}>none</span>}
          <ChevronDown size={14} />
        </ValueButton>
      }
    />
  );
}

const NOBODY = "none";

/** The manager of a team. The value is the menu. */
function ManagerMenu({ team }: { team: Team }) {
  const people = useFoundPeople();
  const options = people.rows.map(personOption);
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
      onSearch={people.onSearch}
      onChange={change}
      placeholder="Name or email"
      trigger={
        <ValueButton aria-label={`Manager of ${team.name}: ${manager?.name ?? "choose"}`}>
          {manager ? (
            <>
              <Avatar name={manager.name} silent />
              <span className={cx(textStyles.truncated, styles.manager)}>{manager.name}</span>
            </>
          ) : (
            "Choose"
          )}
          <ChevronDown size={14} />
        </ValueButton>
      }
    />
  );
}

type TeamRowProps = { team: Team; depth: number; teams: readonly Team[]; manages: boolean };

/** One team, indented below its parent. Every value is its own menu for people who can change it. */
export function TeamRow({ team, depth, teams, manages }: TeamRowProps) {
  const { rename, setArchived } = useUpdateTeam();
  const edits = manages && !team.archived;
  return (
    <Row ended={team.archived}>
      <th scope="row">
        <span className={styles.name} style={{ "--depth": depth } as CSSProperties}>
          {depth > 0 ? <i className={styles.branch} /> : null}
          {edits ? (
            <EditableText
              label={`Name of ${team.name}`}
              className={textStyles.emphasis}
              value={team.name}
              maxLength={LENGTHS.team.name}
              check={(name) => (name === "" ? "Enter a name" : null)}
              onSave={(name) => void rename(team, name)}
            />
          ) : (
            <b className={textStyles.emphasis}>{team.name}</b>
          )}
          {team.archived ? <span className={textStyles.note}>, archived</span> : null}
        </span>
      </th>
      <td>{edits ? <ManagerMenu team={team} /> : team.manager ? <Who name={team.manager.name} /> : "none"}</td>
      <td className={cx(textStyles.wideOnly, textStyles.secondary)}>
        {edits ? <ParentMenu team={team} teams={teams} /> : team.parent?.name}
      </td>
      <td className={textStyles.figureCell}>{edits ? <MembersMenu team={team} /> : team.members.length}</td>
      {manages ? (
        <td className={textStyles.rightAligned}>
          <Menu align="end" trigger={<BareIconButton label={`Actions for ${team.name}`} icon={<Ellipsis />} />}>
            <MenuItem
              detail={team.archived ? undefined : "Its services and actions stay"}
              onSelect={() => void setArchived(team, !team.archived)}
            >
              {team.archived ? "Restore" : "Archive"}
            </MenuItem>
          </Menu>
        </td>
      ) : null}
    </Row>
  );
}
