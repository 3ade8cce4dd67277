"use client";

import { Plus } from "lucide-react";
import { answerWords, useUndoZone } from "#components/incidents/timeline/questions/use-answer-zone.ts";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { ChipLink } from "#components/ui/labels/chip.tsx";
import { SourceLetter } from "#components/ui/labels/source-letter.tsx";
import { Rows } from "#components/ui/lists/rows.tsx";
import { Note } from "#components/ui/note.tsx";
import { SectionHead } from "#components/ui/page/section-head.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import type { ImportRecord } from "#lib/contract/import.ts";
import { canUndo, countsWords, undoWords } from "../import-words.ts";
import { useImports, useLineUndo, useUndoImport } from "../use-imports.ts";
import { Rejects } from "./rejects.tsx";
import styles from "./sources-panel.module.css";
import { UndoAsk } from "./undo-ask.tsx";

/** The time zones that a person chose for the times of an import, each with an undo. */
function ZoneAnswers({ record, mayEdit }: { record: ImportRecord; mayEdit: boolean }) {
  const undo = useUndoZone();
  return record.zoneAnswers.map(({ id, zone, date, by }) => (
    <span key={id} className={cx(textStyles.caption, layoutStyles.ownLine)}>
      Read as {answerWords({ zone, date })}
      {by === null ? "" : `, ${by}`}{" "}
      {mayEdit ? (
        <button
          type="button"
          className={textStyles.link}
          disabled={undo.isPending}
          aria-label={`Undo the time zone and day of ${record.filename}`}
          onClick={() => undo.mutate(id)}
        >
          Undo
        </button>
      ) : null}
    </span>
  ));
}

type SourcesPanelProps = { incidentKey: string; mayEdit: boolean; manualEvents: number };

/** The sources of the events, with undo and redo of each import. */
export function SourcesPanel({ incidentKey, mayEdit, manualEvents }: SourcesPanelProps) {
  const imports = useImports(incidentKey);
  const undo = useUndoImport(incidentKey);
  const records = imports.data?.items ?? [];
  const count = records.filter((record) => record.undoneAt === null).length + (manualEvents > 0 ? 1 : 0);
  return (
    <section>
      <SectionHead title="Imports" count={count} />
      <Rows>
        {records.map((record) => (
          <SourceLine key={record.id} record={record} mayEdit={mayEdit} undo={undo} />
        ))}
        {manualEvents > 0 ? (
          <li className={styles.source}>
            <SourceLetter letter="M" name="Written by hand" />
            <span>
              <b>Written by hand</b>
              <br />
              <span className={textStyles.note}>{countWords(manualEvents, "event")}</span>
            </span>
          </li>
        ) : null}
      </Rows>
      {count === 0 && !imports.isPending ? <Note>No events yet</Note> : null}
      {mayEdit ? (
        <p className={styles.add}>
          <ChipLink dashed href={`/incidents/${incidentKey}/import`}>
            <Plus size={14} />
            Import events
          </ChipLink>
        </p>
      ) : null}
    </section>
  );
}

type SourceLineProps = {
  record: ImportRecord;
  mayEdit: boolean;
  undo: ReturnType<typeof useUndoImport>;
};

function SourceLine({ record, mayEdit, undo }: SourceLineProps) {
  const line = useLineUndo(record, undo);
  const { isOut, asks } = line;
  return (
    <li className={styles.source}>
      <SourceLetter letter={record.letter} name={record.label} />
      <span className={isOut ? textStyles.muted : undefined}>
        <b className={textStyles.breaksAnywhere}>{record.filename}</b>
        <br />
        <span className={textStyles.note}>
          {record.label}, {isOut ? "undone" : countsWords(record)}
        </span>
        {record.unanswered > 0 && !isOut ? (
          <span className={cx(styles.open, textStyles.small, layoutStyles.ownLine)}>
            {countWords(record.unanswered, "time")} without a time zone
          </span>
        ) : null}
        {record.undated > 0 && !isOut ? (
          <span className={cx(styles.open, textStyles.small, layoutStyles.ownLine)}>
            {countWords(record.undated, "time")} without a day
          </span>
        ) : null}
        {isOut ? null : <ZoneAnswers record={record} mayEdit={mayEdit} />}
        <Rejects record={record} />
        {asks ? <UndoAsk record={record} onClose={line.close} onUndo={line.undo} /> : null}
      </span>
      {mayEdit && canUndo(record) ? (
        <Button kind="ghost" busy={line.isBusy} aria-expanded={line.isExpanded} onClick={line.press}>
          {undoWords(record)}
        </Button>
      ) : null}
    </li>
  );
}
