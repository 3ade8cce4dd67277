"use client";

import { type FormEvent, type KeyboardEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { Textarea } from "#components/ui/fields/textarea.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { type TextField, useEditLayer } from "./edit-context.ts";

const WORDS: Record<TextField, { label: string; hint?: string; max: number }> = {
  title: { label: "Title", max: LENGTHS.actionItem.title },
  doneWhen: { label: "Done when", hint: "An end state that someone else can check", max: LENGTHS.actionItem.doneWhen },
  description: { label: "Why", max: LENGTHS.actionItem.description },
  trackerUrl: { label: "Link in the team's tracker", max: LENGTHS.url },
};

interface TextEditorProps {
  field: TextField;
  row: ActionItemRow;
  text: string;
  /** The text that was typed before and couldn't be saved. */
  typed?: string | undefined;
  onClose: () => void;
}

/** A text edited in place. Enter saves one line, Ctrl or Cmd and Enter several. */
export function TextEditor({ field, row, text, typed = text, onClose }: TextEditorProps) {
  const { change } = useEditLayer();
  const [value, setValue] = useState(typed);
  const { label, hint, max } = WORDS[field];
  const isLine = field === "title" || field === "trackerUrl";
  const refusal = refusalOf(field, value);
  const save = () => {
    if (refusal) return;
    const next = value.trim();
    if (next === text) return onClose();
    change([row], { kind: "texts", texts: { [field]: field === "trackerUrl" ? next || null : next } });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) save();
  };
  const shared = { autoFocus: true, maxLength: max, value, onKeyDown };
  return (
    <form className={layoutStyles.stack} onSubmit={submit}>
      <Field label={label} hint={hint} error={refusal}>
        {isLine ? (
          <Input {...shared} onChange={(event) => setValue(event.target.value)} />
        ) : (
          <Textarea {...shared} rows={4} onChange={(event) => setValue(event.target.value)} />
        )}
      </Field>
      <div className={layoutStyles.row}>
        <Button type="submit">Save</Button>
        <Button kind="ghost" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

function refusalOf(field: TextField, value: string): string | undefined {
  if (field === "title" && !value.trim()) return "Enter a title";
  if (field === "trackerUrl" && value.trim() && !/^https?:\/\/\S+$/.test(value.trim()))
    return "Enter a URL that starts with https://";
  return undefined;
}
