"use client";

import { Ellipsis } from "lucide-react";
import type { CSSProperties } from "react";
import { Who } from "#components/ui/avatar.tsx";
import { EditableText } from "#components/ui/editable-text.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import { Row } from "#components/ui/table.tsx";
import type { Team } from "#lib/contract/team.ts";
import { ManagerMenu } from "./manager-menu.tsx";
import { MembersMenu } from "./members-menu.tsx";
import { ParentMenu } from "./parent-menu.tsx";
import { useUpdateTeam } from "./use-update-team.ts";

type TeamRowProps = { team: Team; depth: number; teams: readonly Team[]; manages: boolean };

/** One team, indented below its parent; every value is its own menu for who may change it. */
export function TeamRow({ team, depth, teams, manages }: TeamRowProps) {
  const { rename, setArchived } = useUpdateTeam();
  const edits = manages && !team.archived;
  return (
    <Row className={team.archived ? "gone" : undefined}>
      <th scope="row">
        <span className="tr" style={{ "--d": depth } as CSSProperties}>
          {depth > 0 ? <i /> : null}
          {edits ? (
            <EditableText
              label={`Name of ${team.name}`}
              className="med"
              value={team.name}
              check={(name) => (name === "" ? "Give a name" : name.length > 80 ? "At most 80 characters" : null)}
              onSave={(name) => void rename(team, name)}
            />
          ) : (
            <b className="med">{team.name}</b>
          )}
          {team.archived ? <span className="muted small">, archived</span> : null}
        </span>
      </th>
      <td>{edits ? <ManagerMenu team={team} /> : team.manager ? <Who name={team.manager.name} /> : "none"}</td>
      <td className="h t2">{edits ? <ParentMenu team={team} teams={teams} /> : team.parent?.name}</td>
      <td className="num r">{edits ? <MembersMenu team={team} /> : team.members.length}</td>
      {manages ? (
        <td className="r">
          <Menu
            align="end"
            trigger={
              <button type="button" className="ib" aria-label={`Actions for ${team.name}`}>
                <Ellipsis className="i" />
              </button>
            }
          >
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
