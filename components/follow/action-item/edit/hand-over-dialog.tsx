"use client";

import { useState } from "react";
import { Combobox } from "#components/ui/choices/combobox.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { FormDialog } from "#components/ui/fields/form-dialog.tsx";
import { Textarea } from "#components/ui/fields/textarea.tsx";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { usePeople } from "../use-people.ts";
import { useEditLayer } from "./edit-context.ts";

export interface HandOverDialogProps {
  row: ActionItemRow;
  onClose: () => void;
}

/** Asks its owner who is the next one, and why. */
export function HandOverDialog({ row, onClose }: HandOverDialogProps) {
  const { change } = useEditLayer();
  const people = usePeople();
  const [owner, setOwner] = useState<{ id: string; name: string } | null>(null);
  const [reason, setReason] = useState("");
  const [isTried, setTried] = useState(false);
  const known = owner ? [{ value: owner.id, label: owner.name }] : [];
  const others = people.options.filter(({ value }) => value !== row.owner?.id && value !== owner?.id);
  const send = () => {
    setTried(true);
    if (!owner || !reason.trim()) return false;
    change([row], { kind: "handed_over", owner, reason: reason.trim() });
    return true;
  };
  return (
    <FormDialog
      title={`Hand over ${row.key}`}
      description="The next owner gets a message with the reason. Status and due date stay."
      widthPx={560}
      confirm="Hand over"
      onSend={send}
      onClose={onClose}
    >
      <Field label="Next owner" error={isTried && !owner ? "Choose the next owner" : undefined}>
        <Combobox
          label="Next owner"
          autoFocus
          value={owner?.id ?? null}
          options={[...known, ...others]}
          onChange={(id) => {
            const person = people.find(id);
            setOwner(person ? { id: person.id, name: person.name } : owner);
          }}
          onSearch={people.onSearch}
        />
      </Field>
      <Field label="Reason" error={isTried && !reason.trim() ? "Enter a reason" : undefined}>
        <Textarea
          rows={3}
          maxLength={LENGTHS.actionItem.reason}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </Field>
    </FormDialog>
  );
}
