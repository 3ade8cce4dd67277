"use client";

import { Button } from "#components/ui/button.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import type { ImportRecord } from "#lib/contract/import.ts";
import { undoneEvents } from "../import-words.ts";
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
        Undo {countWords(undoneEvents(record), "event")}
      </Button>
    </span>
  );
}

const citedWords = (record: ImportRecord) =>
  `Undoing this import removes ${countWords(undoneEvents(record), "event")}. A factor or milestone cites ${record.citedEvents} of them. Citations show that the event was removed.`;
