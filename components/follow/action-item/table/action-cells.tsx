"use client";

import type { ReactNode } from "react";
import { useDayOf, useToday } from "#components/people/me/use-today.ts";
import { cx } from "#components/ui/cx.ts";
import { Avatar, BlankAvatar } from "#components/ui/labels/avatar.tsx";
import { Late } from "#components/ui/labels/late.tsx";
import { Priority } from "#components/ui/labels/priority.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import { OverrunBar } from "#components/ui/marks/overrun-bar.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import touch from "#components/ui/touch-target.module.css";
import { shortDay } from "#lib/base/time/local-date.ts";
import { ACTION_TYPE_WORDS } from "#lib/base/vocabulary/action-item.ts";
import type { ActionDetails } from "#lib/contract/action-details.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import type { PersonRef } from "#lib/contract/base.ts";
import { effectWords, evidenceWords, issuesOf } from "#lib/follow/action-item/detail-words.ts";
import { movedDateWords } from "#lib/follow/action-item/due-words.ts";
import type { ColumnName } from "#lib/follow/action-item/query/columns.ts";
import { type EditField, useEditLayer } from "../edit/edit-context.ts";
import { levelOf, statusOf } from "../options.tsx";
import styles from "./action-table.module.css";

interface CellParts {
  className?: string | undefined;
  content: ReactNode;
}

type Draw = (row: ActionItemRow, daysLate: number | null) => CellParts;

const day = (date: string | null): CellParts => ({
  className: textStyles.figure,
  content: date ? shortDay(date) : null,
});

const instant = (at: string | null | undefined): CellParts => ({
  className: textStyles.figure,
  content: at ? <DayOf at={at} /> : null,
});

const person = (one: PersonRef | null | undefined): CellParts => ({
  content: one ? <Named name={one.name} /> : null,
});

/** The cell of an action in each column. The title isn't here, because it is the heading of its row. */
const CELLS: Record<Exclude<ColumnName, "title">, Draw> = {
  key: ({ key }) => ({ className: textStyles.recordKey, content: key }),
  priority: (row) => ({
    className: styles.priority,
    content: (
      <Cell field="priority" row={row} words={`Priority ${row.priority}`}>
        <Priority level={levelOf(row.priority)} />
      </Cell>
    ),
  }),
  type: ({ type }) => ({ content: ACTION_TYPE_WORDS[type] }),
  incident: ({ incident }) => ({ className: textStyles.recordKey, content: incident?.key }),
  severity: ({ incident }) => ({ content: incident ? `SEV${incident.severity}` : null }),
  review: ({ review }) => ({ className: textStyles.recordKey, content: review?.key }),
  owner: (row) => ({
    content: (
      <Cell field="owner" row={row} words={`Owner ${row.owner?.name ?? "none"}`}>
        <Named name={row.owner?.name} />
      </Cell>
    ),
  }),
  team: (row) => ({
    content: (
      <Cell field="team" row={row} words={`Team ${row.team?.name ?? "none"}`}>
        {row.team?.name ?? <span className={textStyles.muted}>None</span>}
      </Cell>
    ),
  }),
  original: ({ originalDueDate }) => day(originalDueDate),
  late: (_row, daysLate) => ({
    className: styles.late,
    content: daysLate === null ? null : <OverrunBar daysLate={daysLate} />,
  }),
  due: (row, daysLate) => ({
    className: cx(textStyles.figureCell, styles.due),
    content: (
      <Cell field="due" row={row} words={dueWords(row)}>
        {daysLate === null ? (
          <span className={textStyles.muted}>{row.dueDate ? "" : "No date"}</span>
        ) : (
          <Late daysLate={daysLate} />
        )}
        <MovedDate row={row} />
      </Cell>
    ),
  }),
  status: (row) => {
    const status = statusOf(row);
    return {
      className: styles.status,
      content: (
        <Cell field="status" row={row} words={`Status ${status.words}`}>
          <Status kind={status.kind}>{status.words}</Status>
        </Cell>
      ),
    };
  },
  change: ({ details }) => ({
    className: textStyles.recordKey,
    content: details?.changes.map(({ key }) => key).join(", "),
  }),
  evidence: ({ details }) => ({ className: textStyles.figure, content: evidenceWords(details?.evidence) }),
  issue: ({ details }) => ({ className: textStyles.truncated, content: <Issue details={details} /> }),
  implementer: ({ details }) => person(details?.implementedBy),
  implemented: ({ details }) => instant(details?.implementedAt),
  verifier: ({ details }) => person(details?.verifiedBy),
  verified: ({ details }) => instant(details?.verifiedAt),
  effect: ({ details }) => ({ content: details ? <Effect details={details} /> : null }),
  updated: ({ details }) => instant(details?.updatedAt),
  moves: ({ dueMoves }) => ({ className: textStyles.figureCell, content: dueMoves }),
  effort: ({ effortDays }) => ({ className: textStyles.figureCell, content: effortDays }),
  blocked: ({ blockedReason }) => ({ className: textStyles.truncated, content: blockedReason }),
  unblocked: ({ blockedUntil }) => day(blockedUntil),
  waived: ({ waivedUntil }) => day(waivedUntil),
  created: ({ createdAt }) => instant(createdAt),
};

/** Returns what a column shows of an action. */
export const cellOf = (name: Exclude<ColumnName, "title">, row: ActionItemRow, daysLate: number | null): CellParts =>
  CELLS[name](row, daysLate);

/** A person by their initials, and by their name on paper, where nothing tells it. */
function Named({ name }: { name: string | undefined }) {
  return (
    <>
      <span className="noprint">{name === undefined ? <BlankAvatar /> : <Avatar name={name} />}</span>
      <span className="print-only">{name ?? "None"}</span>
    </>
  );
}

/** The day in the reader's time zone, as in filters. */
const DayOf = ({ at }: { at: string }) => shortDay(useDayOf()(at));

/** The references of linked issues, each with its page. */
function Issue({ details }: { details: ActionDetails | undefined }) {
  return issuesOf(details).map(({ ref, url }, at) => (
    <span key={url}>
      {at > 0 ? ", " : ""}
      <a className={textStyles.link} href={url} target="_blank" rel="noreferrer noopener">
        {ref}
      </a>
    </span>
  ));
}

const Effect = ({ details }: { details: ActionDetails }) => effectWords(details, useToday());

/** The date and the one before its first move. One that never moved is on paper only: on screen, its title has it. */
function MovedDate({ row }: { row: ActionItemRow }) {
  const words = movedDateWords(row);
  if (words) return <small className={cx(textStyles.muted, textStyles.unbroken)}>{words}</small>;
  return row.dueDate ? <small className="print-only">{shortDay(row.dueDate)}</small> : null;
}

/** The date, and the original one if it has moved. */
const dueWords = ({ dueDate, originalDueDate, dueMoves }: ActionItemRow) =>
  `${dueDate ? `Due ${dueDate}` : "No due date"}${originalDueDate && (dueMoves > 0 || originalDueDate !== dueDate) ? `, originally ${originalDueDate}` : ""}`;

interface CellProps {
  field: EditField;
  row: ActionItemRow;
  words: string;
  children: ReactNode;
}

/** A value that opens its editor in place. */
function Cell({ field, row, words, children }: CellProps) {
  const { edit } = useEditLayer();
  return (
    <button
      type="button"
      className={cx(styles.cell, touch.around)}
      data-field={field}
      title={words}
      aria-label={`${words}, change`}
      aria-haspopup="dialog"
      onClick={(event) => edit(field, [row], event.currentTarget)}
    >
      {children}
    </button>
  );
}
