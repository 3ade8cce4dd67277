"use client";

import { useState } from "react";
import { ClashNote } from "#components/base/api/clash-note.tsx";
import { api } from "#components/base/api/client.ts";
import { useEditedFields } from "#components/base/api/use-edited-fields.ts";
import { Field } from "#components/ui/fields/field.tsx";
import { FormDialog } from "#components/ui/fields/form-dialog.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { Textarea } from "#components/ui/fields/textarea.tsx";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { StrategicChange } from "#lib/contract/strategic-change.ts";
import { useChangeStrategic } from "../use-change.ts";

interface TextDialogProps {
  change: StrategicChange;
  field: "title" | "problem" | "hypothesis" | "expectedEffect";
  title: string;
  hint?: string;
  onClose: () => void;
}

/** A text of a change in a field of its own. It stays open with the text until it is saved. */
export function TextDialog({ change, field, title, hint, onClose }: TextDialogProps) {
  const { patch, send, isBusy } = useChangeStrategic();
  const [isTried, setTried] = useState(false);
  const { fields, set, changed, version, clashes, takeTheirs } = useEditedFields(change, (newest) => ({
    text: newest?.[field] ?? "",
  }));
  const { text } = fields;
  const isMissing = field === "title" && !text.trim();
  const { key } = change;
  const submit = () => {
    setTried(true);
    if (isMissing) return false;
    if (changed.text === undefined) onClose();
    else
      send(
        key,
        version ?? change.version,
        (latest) => api.strategicChange.update({ key, version: latest, [field]: text.trim() }),
        (saved) => {
          onClose();
          toastDone(`${key} changed`, { undo: () => patch(saved, { [field]: change[field] }) });
        },
      );
    return true;
  };
  const given = { maxLength: LENGTHS.strategicChange[field], value: text };
  return (
    <FormDialog title={title} widthPx={600} confirm="Save" isBusy={isBusy} onSend={submit} onClose={onClose}>
      <ClashNote clashes={clashes} labels={{ text: title }} isRemoved={false} onTakeTheirs={takeTheirs} />
      <Field label={title} hint={hint} error={isTried && isMissing ? "Enter a title" : undefined}>
        {field === "title" ? (
          <Input {...given} onChange={(event) => set({ text: event.target.value })} />
        ) : (
          <Textarea {...given} rows={6} reading onChange={(event) => set({ text: event.target.value })} />
        )}
      </Field>
    </FormDialog>
  );
}
