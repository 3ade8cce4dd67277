"use client";

import { type FormEvent, type ReactNode, useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { submitOnModEnter } from "#components/ui/keys/submit-on-mod-enter.ts";
import { Textarea } from "#components/ui/textarea.tsx";

interface WordsDialogProps {
  title: string;
  description?: ReactNode;
  label: string;
  hint?: string | undefined;
  /** What is said when nothing was written. */
  missing: string;
  confirm: string;
  onConfirm: (words: string) => void;
  onClose: () => void;
}

/** Asks for a few words before a step: evidence, a reason, what it waits for. */
export function WordsDialog({
  title,
  description,
  label,
  hint,
  missing,
  confirm,
  onConfirm,
  onClose,
}: WordsDialogProps) {
  const formId = useId();
  const [words, setWords] = useState("");
  const [isTried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (words.trim()) onConfirm(words.trim());
    else setTried(true);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={title}
      description={description}
      actions={
        <>
          <Button kind="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button kind="primary" type="submit" form={formId}>
            {confirm}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} onKeyDown={submitOnModEnter}>
        <Field label={label} hint={hint} error={isTried && !words.trim() ? missing : undefined}>
          <Textarea
            rows={3}
            autoFocus
            maxLength={2000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  );
}
