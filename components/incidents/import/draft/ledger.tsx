"use client";

import { X } from "lucide-react";
import { ValueMenu } from "#components/ui/choices/value-menu.tsx";
import { cx } from "#components/ui/cx.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { SourceLetter } from "#components/ui/labels/source-letter.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import { HeadCell, Table } from "#components/ui/lists/table.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { sizeWords } from "#lib/base/text/size-words.ts";
import type { Preview } from "#lib/contract/import.ts";
import { CancelledReading, ReadingProgress } from "../files/reading-progress.tsx";
import { certaintyWords, rowsOf } from "../import-words.ts";
import { type FileAnswers, totalsOf } from "./draft-import.ts";
import styles from "./ledger.module.css";
import type { ShownDraft } from "./use-drafts.ts";

type LedgerProps = {
  incidentKey: string;
  drafts: readonly ShownDraft[];
  onAnswer: (id: string, answers: FileAnswers) => void;
  onStop: (id: string) => void;
  onReadAgain: (id: string) => void;
  onRemove: (id: string) => void;
};

/** One line per file: format and confidence, then its rows, so every row is accounted for. */
export function Ledger({ incidentKey, drafts, onAnswer, onStop, onReadAgain, onRemove }: LedgerProps) {
  const totals = totalsOf(drafts);
  return (
    <Table caption="Files" className={styles.ledger}>
      <thead>
        <tr>
          <HeadCell>File</HeadCell>
          <HeadCell className={styles.readAs}>Format</HeadCell>
          {["Rows", "New", "Known", "Ambiguous", "Rejected", "Context"].map((word) => (
            <HeadCell key={word} right className={styles.figure}>
              {word}
            </HeadCell>
          ))}
          <HeadCell className={styles.remove}>
            <span className={textStyles.visuallyHidden}>Remove</span>
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {drafts.map((draft) => (
          <LedgerLine
            key={draft.file.id}
            incidentKey={incidentKey}
            draft={draft}
            onAnswer={(answers) => onAnswer(draft.file.id, answers)}
            onStop={() => onStop(draft.file.id)}
            onReadAgain={() => onReadAgain(draft.file.id)}
            onRemove={() => onRemove(draft.file.id)}
          />
        ))}
      </tbody>
      {drafts.length > 1 ? (
        <tfoot>
          <tr>
            <th scope="row">All rows accounted for</th>
            <td className={styles.readAs} />
            <Figures
              rows={totals.rows}
              fresh={totals.fresh}
              known={totals.known}
              ambiguous={totals.ambiguous}
              rejected={totals.rejected}
              context={totals.context}
            />
            <td className={styles.remove} />
          </tr>
        </tfoot>
      ) : null}
    </Table>
  );
}

type LedgerLineProps = {
  incidentKey: string;
  draft: ShownDraft;
  onAnswer: (answers: FileAnswers) => void;
  onStop: () => void;
  onReadAgain: () => void;
  onRemove: () => void;
};

function LedgerLine({ incidentKey, draft, onAnswer, onStop, onReadAgain, onRemove }: LedgerLineProps) {
  const { file, preview, problem, isReading, isStopped } = draft;
  const counts = preview?.counts;
  return (
    <tr aria-busy={isReading || undefined}>
      <th scope="row">
        <span className={styles.file}>
          <SourceLetter letter={preview?.letter ?? "·"} name={preview?.label ?? "not read yet"} />
          <span>
            <b className={cx(styles.name, textStyles.truncated, layoutStyles.ownLine)}>{file.name}</b>
            <small>{sizeWords(file.blob.size)}</small>
          </span>
        </span>
      </th>
      <td className={styles.readAs} colSpan={counts && !problem ? undefined : 7}>
        {problem ? (
          <span role="alert" className={styles.open}>
            {problem}
          </span>
        ) : preview ? (
          <ReadAs preview={preview} onAnswer={onAnswer} />
        ) : null}
        {isReading ? (
          <ReadingProgress incidentKey={incidentKey} file={file} onCancel={onStop} />
        ) : isStopped ? (
          <CancelledReading file={file} onRead={onReadAgain} />
        ) : null}
      </td>
      {counts && !problem ? (
        <Figures
          rows={preview ? rowsOf(preview) : 0}
          fresh={counts.created - counts.ambiguous}
          known={counts.known}
          ambiguous={counts.ambiguous}
          rejected={counts.rejected}
          context={counts.context}
        />
      ) : null}
      <td className={styles.remove}>
        <IconButton label={`Remove ${file.name}`} icon={<X size={14} />} onClick={onRemove} />
      </td>
    </tr>
  );
}

function ReadAs({ preview, onAnswer }: { preview: Preview; onAnswer: (answers: FileAnswers) => void }) {
  const isKnown = preview.format !== "unknown";
  return (
    <>
      <b>{preview.label}</b>
      {isKnown ? (
        <span className={styles.certainty}>
          <Status kind={preview.certainty >= 0.95 ? "on-track" : "verify"}>{certaintyWords(preview.certainty)}</Status>
        </span>
      ) : null}
      {preview.alternatives.length > 0 ? (
        <ValueMenu
          label="Format"
          value={preview.format}
          options={preview.alternatives.map(({ format, label, certainty }) => ({
            value: format,
            label,
            detail: certaintyWords(certainty),
          }))}
          onChange={(format) => onAnswer({ format })}
          trigger={
            <button type="button" className={cx(styles.certainty, textStyles.link, textStyles.muted)}>
              Choose another format
            </button>
          }
        />
      ) : null}
      <small>{preview.reason}</small>
    </>
  );
}

type FiguresProps = Record<"rows" | "fresh" | "known" | "ambiguous" | "rejected" | "context", number>;

function Figures({ rows, fresh, known, ambiguous, rejected, context }: FiguresProps) {
  const figure = (value: number, label: string, more?: string) => (
    <td className={cx(styles.figure, textStyles.figureCell, value === 0 && textStyles.muted, more)} data-l={label}>
      {value.toLocaleString("en")}
    </td>
  );
  return (
    <>
      <td className={cx(styles.figure, styles.total, textStyles.figureCell)}>{rows.toLocaleString("en")}</td>
      {figure(fresh, "New")}
      {figure(known, "Known")}
      {figure(ambiguous, "Ambig.", ambiguous > 0 ? cx(styles.open, textStyles.emphasis) : undefined)}
      {figure(rejected, "Rejected")}
      {figure(context, "Context", "muted")}
    </>
  );
}
