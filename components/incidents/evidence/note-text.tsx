"use client";

import { useState } from "react";
import { Textarea } from "#components/ui/textarea.tsx";

type NoteTextProps = { body: string; isMine: boolean; onSave: (body: string) => void };

/** The words of a note; one's own are edited where they stand. */
export function NoteText({ body, isMine, onSave }: NoteTextProps) {
  const [typed, setTyped] = useState<string | null>(null);
  if (!isMine) return <p className="read pre">{body}</p>;
  if (typed === null) {
    return (
      <button type="button" className="read pre notb" onClick={() => setTyped(body)}>
        {body}
        <span className="vh">, edit the note</span>
      </button>
    );
  }
  const save = () => {
    const text = typed.trim();
    setTyped(null);
    if (text !== "" && text !== body) onSave(text);
  };
  return (
    <Textarea
      rows={3}
      aria-label="The note"
      maxLength={5000}
      autoFocus
      value={typed}
      onBlur={save}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) event.currentTarget.blur();
        if (event.key !== "Escape") return;
        event.stopPropagation();
        setTyped(null);
      }}
    />
  );
}
