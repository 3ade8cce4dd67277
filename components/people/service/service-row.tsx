"use client";

import { ChevronDown, Ellipsis } from "lucide-react";
import { managedOption, useFoundTeams } from "#components/people/team/use-found-teams.ts";
import { Button } from "#components/ui/button.tsx";
import { ValueMenu } from "#components/ui/choices/value-menu.tsx";
import { cx } from "#components/ui/cx.ts";
import { EditableText } from "#components/ui/fields/editable-text.tsx";
import { ValueButton } from "#components/ui/fields/value-button.tsx";
import { BareIconButton } from "#components/ui/icon-button.tsx";
import { Row } from "#components/ui/lists/table.tsx";
import { Menu, MenuItem } from "#components/ui/overlays/menu.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { Service } from "#lib/contract/service.ts";
import { readTarget, targetWords } from "./read-target.ts";
import styles from "./service-row.module.css";
import { useUpdateService } from "./use-update-service.ts";

const NOBODY = "none";

/** The team that owns a service. A missing one is shown as a gap to fill. */
function OwnerMenu({ service }: { service: Service }) {
  const found = useFoundTeams();
  const teams = found.rows.map(managedOption);
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
      onSearch={found.onSearch}
      onChange={change}
      empty="No teams yet. Add one under Teams."
      trigger={
        ownerTeam ? (
          <ValueButton aria-label={`Owner team of ${name}: ${ownerTeam.name}`}>
            {ownerTeam.name}
            <ChevronDown size={14} />
          </ValueButton>
        ) : (
          <button type="button" aria-label={`Set owner team of ${name}`}>
            Set owner team
          </button>
        )
      }
    />
  );
  return ownerTeam ? (
    menu
  ) : (
    <span className={styles.hole}>
      No owner team
      {menu}
    </span>
  );
}

/** One service. Every value is edited in place by people who can. */
export function ServiceRow({ service, manages }: { service: Service; manages: boolean }) {
  const { rename, setTarget, setDescription, setArchived, confirm } = useUpdateService();
  const { name, description, ownerTeam, availabilityTarget, archived, proposed } = service;
  const edits = manages && !archived;
  return (
    <Row ended={archived}>
      <th scope="row">
        {edits ? (
          <EditableText
            label={`Name of ${name}`}
            className={textStyles.emphasis}
            value={name}
            maxLength={LENGTHS.service.name}
            check={(text) => (text === "" ? "Enter a name" : null)}
            onSave={(text) => void rename(service, text)}
          />
        ) : (
          <b className={textStyles.emphasis}>{name}</b>
        )}
        {archived ? <span className={textStyles.note}>, archived</span> : null}
        {proposed && !archived ? <span className={textStyles.note}>, proposed</span> : null}
      </th>
      <td>
        {edits ? <OwnerMenu service={service} /> : (ownerTeam?.name ?? <span className={textStyles.muted}>none</span>)}
      </td>
      <td className={textStyles.figureCell}>
        {edits ? (
          <EditableText
            label={`Availability target of ${name} in percent`}
            inputMode="decimal"
            right
            value={String(availabilityTarget)}
            shown={targetWords(availabilityTarget)}
            check={(text) => (readTarget(text) === null ? "Enter a percentage up to 100, such as 99.8" : null)}
            onSave={(text) => void setTarget(service, readTarget(text) ?? availabilityTarget)}
          />
        ) : (
          targetWords(availabilityTarget)
        )}
      </td>
      <td className={cx(textStyles.wideOnly, textStyles.secondary)}>
        {edits ? (
          <EditableText
            label={`Description of ${name}`}
            value={description}
            placeholder="Add a description"
            maxLength={LENGTHS.service.description}
            onSave={(text) => void setDescription(service, text)}
          />
        ) : (
          description
        )}
      </td>
      {manages ? (
        <td className={cx(textStyles.rightAligned, textStyles.unbroken)}>
          {proposed && !archived ? (
            <Button kind="ghost" aria-label={`Confirm ${name}`} onClick={() => void confirm(service)}>
              Confirm
            </Button>
          ) : null}
          <Menu align="end" trigger={<BareIconButton label={`Actions for ${name}`} icon={<Ellipsis />} />}>
            <MenuItem
              detail={archived ? undefined : "Its incidents stay"}
              onSelect={() => void setArchived(service, !archived)}
            >
              {archived ? "Restore" : "Archive"}
            </MenuItem>
          </Menu>
        </td>
      ) : null}
    </Row>
  );
}
