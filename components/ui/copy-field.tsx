"use client";
import { type ReactNode, useId } from "react";
import { CopyButton } from "./copy-button.tsx";
import { Note } from "./note.tsx";

/** A read-only value with a Copy button: an address, a command. */
export function CopyField({ label, value, note }: { label: string; value: string; note?: ReactNode }) {
  const id = useId();
  return (
    <div className="copyf">
      <label htmlFor={id}>{label}</label>
      <div>
        <input id={id} className="in mono" readOnly value={value} onFocus={(event) => event.target.select()} />
        <CopyButton text={value} what={label} />
      </div>
      {note ? <Note>{note}</Note> : null}
    </div>
  );
}
