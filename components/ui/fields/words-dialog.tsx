"use client";

import { type FormEvent, type ReactNode, useId, useState } from "react";
import { Button } from "../button.tsx";
import { submitOnModEnter } from "../keys/submit-on-mod-enter.ts";
import { Dialog } from "../overlays/dialog.tsx";
import { Field } from "./field.tsx";
import { Input } from "./input.tsx";
import { Textarea } from "./textarea.tsx";

interface WordsDialogProps {
  title: string;
  description?: ReactNode;
  label: string;
  hint?: string | undefined;
  maxLength: number;
  /** Asks for one line, such as a name. */
  isLine?: boolean | undefined;
  /** Shown if nothing was entered. */
  missing: string;
  confirm: string;
  dismiss?: string | undefined;
  isBusy?: boolean | undefined;
  onConfirm: (words: string) => void;
  onClose: () => void;
}

/** Asks for a few words before a step: evidence, a reason, what it waits for. */
export function WordsDialog({
  title,
  description,
  label,
  hint,
  maxLength,
  isLine = false,
  missing,
  confirm,
  dismiss = "Cancel",
  isBusy = false,
  onConfirm,
  onClose,
}: WordsDialogProps) {
  const formId = useId();
  const [words, setWords] = useState("");
  const [isTried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!words.trim()) setTried(true);
    else if (!isBusy) onConfirm(words.trim());
  };
  const field = { autoFocus: true, maxLength, value: words };
  const onChange = ({ target }: { target: { value: string } }) => setWords(target.value);
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={title}
      description={description}
      actions={
        <>
          <Button kind="ghost" onClick={onClose}>
            {dismiss}
          </Button>
          <Button kind="primary" type="submit" form={formId} busy={isBusy} busyLabel="Saving">
            {confirm}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} onKeyDown={submitOnModEnter}>
        <Field label={label} hint={hint} error={isTried && !words.trim() ? missing : undefined}>
          {isLine ? <Input {...field} onChange={onChange} /> : <Textarea {...field} rows={3} onChange={onChange} />}
        </Field>
      </form>
    </Dialog>
  );
}
