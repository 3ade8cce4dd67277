"use client";

import { type FormEvent, useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { Textarea } from "#components/ui/fields/textarea.tsx";
import { submitOnModEnter } from "#components/ui/keys/submit-on-mod-enter.ts";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { StrategicChange } from "#lib/contract/strategic-change.ts";
import { useChangeStrategic } from "../use-change.ts";

interface TextDialogProps {
  change: StrategicChange;
  field: "title" | "problem" | "expectedEffect";
  title: string;
  hint?: string;
  onClose: () => void;
}

/** A text of a change in a field of its own. */
export function TextDialog({ change, field, title, hint, onClose }: TextDialogProps) {
  const formId = useId();
  const { patch } = useChangeStrategic();
  const [text, setText] = useState(change[field]);
  const isMissing = field === "title" && !text.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isMissing) return;
    onClose();
    if (text.trim() !== change[field]) patch(change, { [field]: text.trim() });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={title}
      widthPx={600}
      actions={
        <>
          <Button kind="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button kind="primary" type="submit" form={formId}>
            Save
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} onKeyDown={submitOnModEnter}>
        <Field label={title} hint={hint} error={isMissing ? "Enter a title" : undefined}>
          {field === "title" ? (
            <Input
              maxLength={LENGTHS.strategicChange.title}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          ) : (
            <Textarea
              rows={6}
              reading
              maxLength={LENGTHS.strategicChange[field]}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
