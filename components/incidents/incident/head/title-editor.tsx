"use client";

import { Pencil } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { onOneLine } from "#lib/base/text/one-line.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import styles from "./head.module.css";

const focusAtEnd = (field: HTMLTextAreaElement | null) => {
  field?.focus();
  field?.setSelectionRange(field.value.length, field.value.length);
};

type TitleEditorProps = { title: string; mayEdit: boolean; onSave: (title: string) => void };

/** The title of the page. Its pencil turns it into a field. Enter or leaving saves, Esc undoes it. */
export function TitleEditor({ title, mayEdit, onSave }: TitleEditorProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const save = () => {
    const words = typed?.trim() ?? "";
    if (words !== "" && words !== title) onSave(words);
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") {
      event.preventDefault();
      save();
    }
    if (event.key === "Escape") {
      event.stopPropagation();
      setTyped(null);
    }
  };
  if (typed !== null) {
    return (
      <h1>
        <textarea
          className={styles.titleField}
          aria-label="Title of the incident"
          rows={1}
          maxLength={LENGTHS.incident.title}
          ref={focusAtEnd}
          value={typed}
          onChange={(event) => setTyped(onOneLine(event.target.value))}
          onBlur={save}
          onKeyDown={onKeyDown}
        />
      </h1>
    );
  }
  return (
    <h1>
      {title}
      {mayEdit ? (
        <IconButton
          className={styles.editTitle}
          label="Edit the title"
          icon={<Pencil size={14} />}
          onClick={() => setTyped(title)}
        />
      ) : null}
    </h1>
  );
}
