"use client";
import { type ReactNode, useId } from "react";
import { Note } from "../note.tsx";
import textStyles from "../roles/text.module.css";
import { CopyButton } from "./copy-button.tsx";
import styles from "./copy-field.module.css";
import { Input } from "./input.tsx";

/** A read-only value with a Copy button: a URL, a command. */
export function CopyField({ label, value, note }: { label: string; value: string; note?: ReactNode }) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.value}>
        <Input id={id} className={textStyles.code} readOnly value={value} onFocus={(event) => event.target.select()} />
        <CopyButton text={value} what={label} />
      </div>
      {note ? <Note className={styles.note}>{note}</Note> : null}
    </div>
  );
}
