"use client";

import { X } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { Textarea } from "#components/ui/fields/textarea.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Moment } from "#components/ui/labels/moment.tsx";
import { Rows } from "#components/ui/lists/rows.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import type { EventNote } from "#lib/contract/evidence.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import styles from "./notes-section.module.css";
import type { Evidence } from "./use-evidence.ts";

type NoteTextProps = { body: string; isMine: boolean; onSave: (body: string) => void };

/** The text of a note. One's own is edited in place. */
function NoteText({ body, isMine, onSave }: NoteTextProps) {
  const [typed, setTyped] = useState<string | null>(null);
  if (!isMine) return <p className={textStyles.written}>{body}</p>;
  if (typed === null) {
    return (
      <button type="button" className={cx(styles.ownNote, textStyles.written)} onClick={() => setTyped(body)}>
        {body}
        <span className={textStyles.visuallyHidden}>, edit note</span>
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
      className={styles.field}
      rows={3}
      aria-label="Note"
      maxLength={LENGTHS.event.note}
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

/** Notes about an event. One's own can be edited and removed, and imported ones removed. */
export function NotesSection({ evidence, mayEdit }: { evidence: Evidence; mayEdit: boolean }) {
  const { list, addNote, writeNote, removeNote } = evidence;
  const notes = list.data?.notes ?? [];
  const [typed, setTyped] = useState("");
  const [isBusy, setBusy] = useState(false);
  if (notes.length === 0 && !mayEdit) return null;
  const add = async () => {
    if (typed.trim() === "" || isBusy) return;
    setBusy(true);
    if (await addNote(typed.trim())) setTyped("");
    setBusy(false);
  };
  return (
    <section aria-label="Notes">
      <h3>
        Notes
        <span className={layoutStyles.atEnd}>{list.data ? notes.length : ""}</span>
      </h3>
      <Rows>
        {notes.map((note) => (
          <NoteLine
            key={note.id}
            note={note}
            mayRemove={note.mine || (mayEdit && note.author === null)}
            onWrite={(body) => void writeNote(note, body)}
            onRemove={() => void removeNote(note)}
          />
        ))}
      </Rows>
      {mayEdit ? (
        <form
          className={layoutStyles.tightStack}
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <Textarea
            className={styles.field}
            rows={1}
            aria-label="New note"
            placeholder="Add a note"
            maxLength={LENGTHS.event.note}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return;
              event.preventDefault();
              void add();
            }}
          />
          {typed.trim() === "" ? null : (
            <span className={layoutStyles.row}>
              <Button type="submit" busy={isBusy} busyLabel="Adding">
                Add note
              </Button>
            </span>
          )}
        </form>
      ) : null}
    </section>
  );
}

type NoteLineProps = { note: EventNote; mayRemove: boolean; onWrite: (body: string) => void; onRemove: () => void };

function NoteLine({ note, mayRemove, onWrite, onRemove }: NoteLineProps) {
  return (
    <li className={styles.note}>
      <p className={cx(layoutStyles.row, textStyles.small)}>
        <b className={textStyles.emphasis}>{authorOf(note)}</b>
        <Moment at={note.createdAt} className={textStyles.muted} />
        {note.editedAt ? <span className={textStyles.muted}>edited</span> : null}
        {mayRemove ? (
          <span className={layoutStyles.atEnd}>
            <IconButton label="Remove note" icon={<X size={14} />} onClick={onRemove} />
          </span>
        ) : null}
      </p>
      <NoteText body={note.body} isMine={note.mine} onSave={onWrite} />
    </li>
  );
}

const authorOf = ({ author, writtenBy }: EventNote): string =>
  author?.name ?? (writtenBy === null ? "Former user" : `${writtenBy}, on another Afterword server`);
