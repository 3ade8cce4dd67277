"use client";

import { Button } from "#components/ui/button.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import type { ImportRecord } from "#lib/contract/import.ts";
import styles from "./undo-ask.module.css";

type UndoAskProps = { record: ImportRecord; onClose: () => void; onUndo: () => void };

/** Asks before undoing an import would remove something that other records use. */
export function UndoAsk({ record, onClose, onUndo }: UndoAskProps) {
  return (
    <span className={styles.ask}>
      <span>{citedWords(record)}</span>
      <Button kind="ghost" onClick={onClose}>
        Keep import
      </Button>
      <Button
        onClick={() => {
          onClose();
          onUndo();
        }}
      >
        Undo {countWords(record.created, "event")}
      </Button>
    </span>
  );
}

const citedWords = ({ created, citedEvents }: ImportRecord) =>
  `Undoing this import removes ${countWords(created, "event")}. ${countWords(citedEvents, "of them is", "of them are")} cited by a factor or a milestone. Citations show that the event was removed.`;
