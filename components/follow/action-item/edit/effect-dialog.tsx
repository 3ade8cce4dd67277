"use client";

import { useState } from "react";
import { Field } from "#components/ui/fields/field.tsx";
import { FormDialog } from "#components/ui/fields/form-dialog.tsx";
import { Textarea } from "#components/ui/fields/textarea.tsx";
import { EFFECT_ANSWER_WORDS, type EffectAnswer } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { fileFault } from "#lib/incidents/evidence/limits.ts";
import { useEditLayer } from "./edit-context.ts";
import { FileField } from "./file-field.tsx";
import { MethodField } from "./method-field.tsx";

export interface EffectDialogProps {
  row: ActionItemRow;
  answer: EffectAnswer;
  onClose: () => void;
}

/** Asks what shows that a verified action worked, or didn't. Further evidence is added to the answer later. */
export function EffectDialog({ row, answer, onClose }: EffectDialogProps) {
  const { change, sent } = useEditLayer();
  const [words, setWords] = useState("");
  const [file, setFile] = useState<File | null>(null);
  const [method, setMethod] = useState("");
  const [isTried, setTried] = useState(false);
  const text = words.trim();
  const isGiven = text !== "" || file !== null;
  const send = () => {
    setTried(true);
    if (!isGiven || !method.trim() || (file && fileFault(file.size))) return false;
    const shows = { ...(text ? { text } : {}), ...(file ? { file } : {}), method: method.trim() };
    change([row], { kind: "effect_answered", answer, ...shows });
    return true;
  };
  return (
    <FormDialog
      title={`Did ${row.key} work? ${EFFECT_ANSWER_WORDS[answer]}`}
      widthPx={560}
      confirm="Save answer"
      isBusy={sent !== null}
      busyLabel="Sending the file"
      hasInput={file !== null}
      onSend={send}
      onClose={onClose}
    >
      <Field
        label="Evidence"
        hint="A link, or what you have seen since it was verified"
        error={isTried && !isGiven ? "Add a link, describe what you saw or choose a file" : undefined}
      >
        <Textarea
          autoFocus
          rows={3}
          maxLength={LENGTHS.actionItem.evidence}
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
      </Field>
      <FileField file={file} optional onChange={setFile} />
      <MethodField value={method} isTried={isTried} onChange={setMethod} />
    </FormDialog>
  );
}
