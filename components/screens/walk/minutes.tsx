"use client";

import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Textarea } from "#components/ui/fields/textarea.tsx";
import { submitOnModEnter } from "#components/ui/keys/submit-on-mod-enter.ts";
import { Moment } from "#components/ui/labels/moment.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { RESTRICTED_TITLE } from "#lib/base/vocabulary/incident.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { Walk } from "#lib/contract/walk.ts";
import { nameOf } from "./subject.ts";
import styles from "./walk.module.css";

interface MinutesProps {
  walk: Walk;
  isBusy: boolean;
  onAdd?: ((text: string) => Promise<boolean>) | undefined;
  /** Resolves once it was undone, or rejected. */
  onUndo?: ((lineId: string) => Promise<unknown>) | undefined;
}

/** The minutes of a meeting: a line for each decision, and what people add. */
export function Minutes({ walk, isBusy, onAdd, onUndo }: MinutesProps) {
  const [text, setText] = useState("");
  const [undoing, setUndoing] = useState<readonly string[]>([]);
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy || !text.trim() || !(await onAdd?.(text.trim()))) return;
    setText((now) => (now === text ? "" : now));
  };
  // The line stays, and its button doesn't.
  const undo = async (lineId: string, row: HTMLElement | null) => {
    setUndoing((ids) => [...ids, lineId]);
    await onUndo?.(lineId);
    setUndoing((ids) => ids.filter((id) => id !== lineId));
    if (document.activeElement === document.body) row?.focus();
  };
  return (
    <>
      {walk.lines.length === 0 ? (
        <p className={textStyles.muted}>{walk.running ? "Decisions appear here." : "No decisions"}</p>
      ) : null}
      <ol className={styles.minutes}>
        {walk.lines.map((line) => (
          <li key={line.id} tabIndex={-1} data-undone={line.undone || undefined}>
            <Moment at={line.at} className={textStyles.note} />
            <p className={textStyles.prose}>
              {line.hidden ? (
                <span className={textStyles.muted}>{RESTRICTED_TITLE}</span>
              ) : (
                <>
                  {line.about ? <b>{nameOf(line.about)} </b> : null}
                  {line.undone ? <del>{line.text}</del> : line.text}
                </>
              )}
            </p>
            {onUndo && !line.undone && !line.hidden && line.outcome !== "note" ? (
              <Button
                kind="ghost"
                disabled={undoing.includes(line.id)}
                onClick={({ currentTarget }) => void undo(line.id, currentTarget.closest("li"))}
              >
                Undo<span className={textStyles.visuallyHidden}> {line.about ? nameOf(line.about) : ""}</span>
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
      {onAdd ? (
        <form className={layoutStyles.stack} onSubmit={(event) => void add(event)} onKeyDown={submitOnModEnter}>
          <Textarea
            aria-label="Add to the minutes"
            placeholder="Add a line"
            rows={2}
            maxLength={LENGTHS.actionItem.reason}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          <Button type="submit" disabled={!text.trim()} busy={isBusy} busyLabel="Adding">
            Add line
          </Button>
        </form>
      ) : null}
    </>
  );
}
