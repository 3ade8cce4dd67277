"use client";

import { ValueList } from "#components/ui/choices/value-list.tsx";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { refusesAsking } from "#lib/follow/action-item/hand-over.ts";
import { useActionItem } from "../use-action-item.ts";
import { usePeople } from "../use-people.ts";
import { useEditLayer } from "./edit-context.ts";

const ANYONE = { value: "anyone", label: "Anyone", isNone: true };

/** Who is asked to verify an action. People whom a rule excludes are named with the reason. */
export function VerifierEditor({ row, onClose }: { row: ActionItemRow; onClose: () => void }) {
  const { change } = useEditLayer();
  const people = usePeople();
  const implementedById = useActionItem(row.key).data?.implementedBy?.id ?? null;
  const hands = { ...row, ownerId: row.owner?.id ?? null, implementedById };
  const options = people.options.map((option) => {
    const refused = refusesAsking(hands, option.value);
    if (!refused) return option;
    return { ...option, disabled: true, detail: option.value === hands.ownerId ? "Owns it" : "Implemented it" };
  });
  const pick = (id: string) => {
    const person = people.find(id);
    change([row], { kind: "verifier", person: person ? { id: person.id, name: person.name } : null });
  };
  return (
    <ValueList
      label="Verifier"
      placeholder="Name"
      // Last, because the first of a search is the one that Enter picks.
      options={[...options, ANYONE]}
      chosen={[row.askedVerifier?.id ?? ANYONE.value]}
      current={row.askedVerifier ? { value: row.askedVerifier.id, label: row.askedVerifier.name } : ANYONE}
      onKeep={onClose}
      onPick={pick}
      onSearch={people.onSearch}
    />
  );
}
