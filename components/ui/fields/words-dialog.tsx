"use client";

import { type ReactNode, useState } from "react";
import { Field } from "./field.tsx";
import { FormDialog } from "./form-dialog.tsx";
import { Input } from "./input.tsx";
import { Textarea } from "./textarea.tsx";

interface WordsDialogProps {
  title: string;
  description?: ReactNode;
  label: string;
  hint?: string | undefined;
  maxLength: number;
  /** The words at first. */
  initial?: string | undefined;
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
export function WordsDialog(props: WordsDialogProps) {
  const { label, hint, maxLength, initial = "", isLine = false, missing, onConfirm, ...dialog } = props;
  const [words, setWords] = useState(initial);
  const [isTried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (words.trim()) onConfirm(words.trim());
    return Boolean(words.trim());
  };
  const field = { autoFocus: true, maxLength, value: words };
  const onChange = ({ target }: { target: { value: string } }) => setWords(target.value);
  return (
    <FormDialog {...dialog} onSend={send}>
      <Field label={label} hint={hint} error={isTried && !words.trim() ? missing : undefined}>
        {isLine ? <Input {...field} onChange={onChange} /> : <Textarea {...field} rows={3} onChange={onChange} />}
      </Field>
    </FormDialog>
  );
}
