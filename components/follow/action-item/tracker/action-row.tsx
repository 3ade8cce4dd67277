"use client";

import NextLink from "next/link";
import { type MouseEvent, memo } from "react";
import { cx } from "#components/ui/cx.ts";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { Avatar, BlankAvatar } from "#components/ui/labels/avatar.tsx";
import { Late } from "#components/ui/labels/late.tsx";
import { Priority } from "#components/ui/labels/priority.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import { Row } from "#components/ui/lists/table.tsx";
import { OverrunBar } from "#components/ui/marks/overrun-bar.tsx";
import touch from "#components/ui/touch-target.module.css";
import { useLongPress } from "#components/ui/use-long-press.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { daysLate } from "#lib/follow/action-item/lateness.ts";
import { type EditField, useEditLayer } from "../edit/edit-context.ts";
import { levelOf, statusOf } from "../options.tsx";
import styles from "./action-table.module.css";

interface ActionRowProps {
  row: ActionItemRow;
  at: number;
  index: number;
  today: string;
  isSelected: boolean;
  isCurrent: boolean;
  measure: (element: HTMLTableRowElement | null) => void;
  onPeek: (at: number) => void;
  onToggle: (key: string) => void;
}

/** Mouse clicks only. Enter opens the page, as for any link. */
const isPlain = (event: MouseEvent) =>
  event.detail > 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);

/** One action item on one line. Each value opens its editor, and the rest of the row opens the panel. */
export const ActionRow = memo(function ActionRow(props: ActionRowProps) {
  const { row, at, index, today, isSelected, isCurrent, measure, onPeek, onToggle } = props;
  const longPress = useLongPress(() => onToggle(row.key));
  const status = statusOf(row);
  const days = daysLate(row, today);
  const open = (event: MouseEvent<HTMLTableRowElement>) => {
    if (event.target instanceof Element && event.target.closest("button,input,a")) return;
    onPeek(at);
  };
  const peek = (event: MouseEvent) => {
    if (!isPlain(event)) return;
    event.preventDefault();
    onPeek(at);
  };
  return (
    <Row
      ref={measure}
      className={styles.row}
      data-index={index}
      data-key={row.key}
      selected={isSelected}
      current={isCurrent}
      onClick={open}
      {...longPress}
    >
      <td>
        <Checkbox
          className={styles.tick}
          aria-label={`Select ${row.key}`}
          checked={isSelected}
          onChange={() => onToggle(row.key)}
        />
      </td>
      <td className="record-key num">{row.key}</td>
      <td className={styles.priority}>
        <Cell field="priority" row={row} words={`Priority ${row.priority}`}>
          <Priority level={levelOf(row.priority)} />
        </Cell>
      </td>
      <th scope="row" className={styles.title}>
        <NextLink data-row href={`/actions/${row.key}`} prefetch={false} onClick={peek}>
          {row.title}
        </NextLink>
      </th>
      <td className="record-key num">{row.incident?.key}</td>
      <td>
        <Cell field="owner" row={row} words={`Owner ${row.owner?.name ?? "none"}`}>
          {row.owner ? <Avatar name={row.owner.name} /> : <BlankAvatar />}
        </Cell>
      </td>
      <td>{days === null ? null : <OverrunBar daysLate={days} />}</td>
      <td className={cx("num right", styles.due)}>
        <Cell field="due" row={row} words={dueWords(row)}>
          {days === null ? <span className="muted">{row.dueDate ? "" : "No date"}</span> : <Late daysLate={days} />}
        </Cell>
      </td>
      <td className={styles.status}>
        <Cell field="status" row={row} words={`Status ${status.words}`}>
          <Status kind={status.kind}>{status.words}</Status>
        </Cell>
      </td>
    </Row>
  );
});

/** The date, and the original one if it has moved. */
const dueWords = ({ dueDate, originalDueDate, dueMoves }: ActionItemRow) =>
  `${dueDate ? `Due ${dueDate}` : "No due date"}${dueMoves > 0 && originalDueDate ? `, originally ${originalDueDate}` : ""}`;

interface CellProps {
  field: EditField;
  row: ActionItemRow;
  words: string;
  children: React.ReactNode;
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
