"use client";

import { useQueryClient } from "@tanstack/react-query";
import { ChevronDown, Ellipsis } from "lucide-react";
import { api, query } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { useRowSave } from "#components/base/api/use-row-save.ts";
import { ValueMenu } from "#components/ui/choices/value-menu.tsx";
import { cx } from "#components/ui/cx.ts";
import { ValueButton } from "#components/ui/fields/value-button.tsx";
import { BareIconButton } from "#components/ui/icon-button.tsx";
import { Avatar } from "#components/ui/labels/avatar.tsx";
import { Moment } from "#components/ui/labels/moment.tsx";
import { Row } from "#components/ui/lists/table.tsx";
import { Menu, MenuItem } from "#components/ui/overlays/menu.tsx";
import { toastError } from "#components/ui/overlays/toast.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { ROLE_WORDS, ROLES, type Role } from "#lib/base/access/roles.ts";
import type { Member } from "#lib/contract/member.ts";
import type { MadeLink } from "./made-link.ts";
import { PersonName } from "./person-name.tsx";

type Change = { role?: Role; disabled?: boolean };

/** Changes a person's role, or ends or restores their access, with a toast and undo. */
function useUpdateMember() {
  const client = useQueryClient();
  const save = useRowSave<Member, Change>({
    listKey: query.member.list.key(),
    update: (input) => api.member.update(input),
    onSaved: () => void refresh(client, "member", [query.member.list.key()]),
  });
  const roleStep = (name: string, role: Role) => ({
    change: { role },
    shown: { role },
    words: `Role of ${name} changed to ${ROLE_WORDS[role]}`,
  });
  const accessStep = (name: string, disabled: boolean) => ({
    change: { disabled },
    shown: { disabled },
    words: disabled ? `Access of ${name} ended` : `Access of ${name} restored`,
  });
  return {
    setRole: (member: Member, role: Role) =>
      save(member, { ...roleStep(member.name, role), undo: roleStep(member.name, member.role) }),
    setDisabled: (member: Member, disabled: boolean) =>
      save(member, { ...accessStep(member.name, disabled), undo: accessStep(member.name, !disabled) }),
  };
}

/** Creates a reset link for someone and passes it on to be shown. */
function useResetLink(onMade: (link: MadeLink) => void) {
  return async ({ id, name }: { id: string; name: string }): Promise<void> => {
    try {
      const { url } = await api.member.resetLink({ id });
      onMade({
        what: `reset link for ${name}`,
        url,
        note: `Reset link for ${name}. Shown once. It works once, for 24 hours. Send it to them yourself.`,
      });
    } catch (error) {
      toastError(wordsOf(error));
    }
  };
}

const ROLE_OPTIONS = ROLES.toReversed().map((role) => ({ value: role, label: ROLE_WORDS[role] }));

type PersonRowProps = { member: Member; manages: boolean; onLink: (link: MadeLink) => void };

/** One person. Role and access can be changed here by people who manage people. */
export function PersonRow({ member, manages, onLink }: PersonRowProps) {
  const { setRole } = useUpdateMember();
  const { name, email, role, teams, disabled } = member;
  return (
    <Row ended={disabled}>
      <th scope="row">
        <PersonName
          mark={<Avatar name={name} size="lg" />}
          name={<b className={textStyles.emphasis}>{name}</b>}
          detail={email}
        />
      </th>
      <td>
        {manages && !disabled ? (
          <ValueMenu
            label={`Role of ${name}`}
            value={role}
            options={ROLE_OPTIONS}
            onChange={(picked) => void setRole(member, picked as Role)}
            trigger={
              <ValueButton aria-label={`Role of ${name}: ${ROLE_WORDS[role]}`}>
                {ROLE_WORDS[role]}
                <ChevronDown size={14} />
              </ValueButton>
            }
          />
        ) : (
          ROLE_WORDS[role]
        )}
      </td>
      <td className={cx(textStyles.wideOnly, textStyles.secondary)}>
        {teams.length > 0 ? teams.map((team) => team.name).join(", ") : "None"}
      </td>
      {manages ? <ManagedCells member={member} onLink={onLink} /> : null}
    </Row>
  );
}

function ManagedCells({ member, onLink }: { member: Member; onLink: (link: MadeLink) => void }) {
  const { setDisabled } = useUpdateMember();
  const makeResetLink = useResetLink(onLink);
  const { name, disabled, lastSeenAt, openSessions } = member;
  return (
    <>
      <td className={cx(textStyles.wideOnly, textStyles.unbroken)}>
        {lastSeenAt ? <Moment at={lastSeenAt} /> : "Never"}
      </td>
      <td className={cx(textStyles.wideOnly, textStyles.unbroken)}>
        {disabled ? "no access" : deviceWords(openSessions ?? 0)}
      </td>
      <td className={textStyles.rightAligned}>
        <Menu align="end" trigger={<BareIconButton label={`Actions for ${name}`} icon={<Ellipsis />} />}>
          {disabled ? (
            <MenuItem onSelect={() => void setDisabled(member, false)}>Restore access</MenuItem>
          ) : (
            <>
              <MenuItem detail="Works once, for 24 hours" onSelect={() => void makeResetLink(member)}>
                Create reset link
              </MenuItem>
              <MenuItem danger detail="Ends every session at once" onSelect={() => void setDisabled(member, true)}>
                End access
              </MenuItem>
            </>
          )}
        </Menu>
      </td>
    </>
  );
}

function deviceWords(count: number): string {
  if (count === 0) return "nowhere";
  return count === 1 ? "1 device" : `${count} devices`;
}
