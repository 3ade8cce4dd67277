"use client";

import { useState } from "react";
import { Field } from "#components/ui/fields/field.tsx";
import { FormDialog } from "#components/ui/fields/form-dialog.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { Textarea } from "#components/ui/fields/textarea.tsx";
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

/** A text of a change in a field of its own. */
export function TextDialog({ change, field, title, hint, onClose }: TextDialogProps) {
  const { patch } = useChangeStrategic();
  const [text, setText] = useState(change[field]);
  const isMissing = field === "title" && !text.trim();
  const send = () => {
    if (isMissing) return false;
    onClose();
    if (text.trim() !== change[field]) patch(change, { [field]: text.trim() });
    return true;
  };
  const given = { maxLength: LENGTHS.strategicChange[field], value: text };
  return (
    <FormDialog title={title} widthPx={600} confirm="Save" onSend={send} onClose={onClose}>
      <Field label={title} hint={hint} error={isMissing ? "Enter a title" : undefined}>
        {field === "title" ? (
          <Input {...given} onChange={(event) => setText(event.target.value)} />
        ) : (
          <Textarea {...given} rows={6} reading onChange={(event) => setText(event.target.value)} />
        )}
      </Field>
    </FormDialog>
  );
}
