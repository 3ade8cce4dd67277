"use client";

import { useId } from "react";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { Moment } from "#components/ui/labels/moment.tsx";
import { SourceLetter } from "#components/ui/labels/source-letter.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { Section } from "#components/ui/page/section.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import type { ImportRecord } from "#lib/contract/import.ts";
import { canUndo, countsWords, undoWords } from "../import-words.ts";
import { useImports, useLineUndo, useUndoImport } from "../use-imports.ts";
import styles from "./import-list.module.css";
import { Rejects } from "./rejects.tsx";
import { UndoAsk } from "./undo-ask.tsx";

/** Everything that was imported here, with undo and redo. */
export function ImportList({ incidentKey, mayEdit }: { incidentKey: string; mayEdit: boolean }) {
  const id = useId();
  const imports = useImports(incidentKey);
  const undo = useUndoImport(incidentKey);
  const records = imports.data?.items ?? [];
  if (records.length === 0) return null;
  return (
    <Section id={id} title={`Imports into ${incidentKey}`} count={records.length}>
      <ul className={styles.list}>
        {records.map((record) => (
          <ImportLine key={record.id} record={record} mayEdit={mayEdit} undo={undo} />
        ))}
      </ul>
    </Section>
  );
}

type ImportLineProps = {
  record: ImportRecord;
  mayEdit: boolean;
  undo: ReturnType<typeof useUndoImport>;
};

function ImportLine({ record, mayEdit, undo }: ImportLineProps) {
  const line = useLineUndo(record, undo);
  const { isOut, asks } = line;
  return (
    <li>
      <span className={isOut ? textStyles.muted : undefined}>
        <b className={textStyles.breaksAnywhere}>{record.filename}</b>
        <small>
          {record.label}
          {record.createdBy ? `, by ${record.createdBy}` : ""}, <Moment at={record.createdAt} />
        </small>
      </span>
      <span className={cx(styles.counts, isOut && textStyles.muted)}>
        <SourceLetter letter={record.letter} name={record.label} />
        {countsWords(record)}
      </span>
      <span className={styles.state}>
        {record.undoneAt ? (
          <span className={textStyles.muted}>
            Undone <Moment at={record.undoneAt} />
          </span>
        ) : record.undated > 0 ? (
          <span className={styles.open}>{countWords(record.undated, "time")} without a day</span>
        ) : record.unanswered > 0 ? (
          <span className={styles.open}>{countWords(record.unanswered, "time")} without a time zone</span>
        ) : null}
      </span>
      {mayEdit && canUndo(record) ? (
        <Button
          kind={asks ? "default" : "ghost"}
          busy={line.isBusy}
          aria-expanded={line.isExpanded}
          onClick={line.press}
        >
          {undoWords(record)}
        </Button>
      ) : (
        <span />
      )}
      {record.splits.length > 0 || record.splitFrom !== null ? (
        <div className={styles.detail}>
          {record.splitFrom === null ? null : (
            <>
              From an import into <TextLink href={`/incidents/${record.splitFrom}`}>{record.splitFrom}</TextLink>
            </>
          )}
          {record.splits.map(({ key, title, events }) => (
            <span key={key} className={layoutStyles.ownLine}>
              {countWords(events, "event")} in <TextLink href={`/incidents/${key}`}>{key}</TextLink> {title}
            </span>
          ))}
        </div>
      ) : null}
      {record.rejected > 0 ? (
        <div className={styles.detail}>
          <Rejects record={record} />
        </div>
      ) : null}
      {asks ? <UndoAsk record={record} onClose={line.close} onUndo={line.undo} /> : null}
    </li>
  );
}
