"use client";
import { useQueryClient } from "@tanstack/react-query";
import { api, query } from "#components/base/api/client.ts";
import { useRowSave } from "#components/base/api/use-row-save.ts";
import { ROLE_WORDS, type Role } from "#lib/base/access/roles.ts";
import type { Member } from "#lib/contract/member.ts";

type Change = { role?: Role; disabled?: boolean };

/** Changes a person's role, ends or gives back their access: in words, with a way back. */
export function useUpdateMember() {
  const client = useQueryClient();
  const save = useRowSave<Member, Change>({
    listKey: query.member.list.key(),
    update: (input) => api.member.update(input),
    onSaved: () => void client.invalidateQueries({ queryKey: query.me.get.key() }),
  });
  const roleStep = (name: string, role: Role) => ({
    change: { role },
    shown: { role },
    words: `${name} is ${ROLE_WORDS[role]} now`,
  });
  const accessStep = (name: string, disabled: boolean) => ({
    change: { disabled },
    shown: { disabled },
    words: disabled ? `The access of ${name} has ended, and their sessions with it` : `${name} has access again`,
  });
  return {
    setRole: (member: Member, role: Role) =>
      save(member, { ...roleStep(member.name, role), undo: roleStep(member.name, member.role) }),
    setDisabled: (member: Member, disabled: boolean) =>
      save(member, { ...accessStep(member.name, disabled), undo: accessStep(member.name, !disabled) }),
  };
}
