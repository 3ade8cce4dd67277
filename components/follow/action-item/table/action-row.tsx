"use client";

import NextLink from "next/link";
import { type CSSProperties, type MouseEvent, memo } from "react";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { peekOnClick } from "#components/ui/keys/peek-on-click.ts";
import { Row } from "#components/ui/lists/table.tsx";
import { useLongPress } from "#components/ui/use-long-press.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { daysLate } from "#lib/follow/action-item/lateness.ts";
import type { ColumnName } from "#lib/follow/action-item/query/columns.ts";
import { cellOf } from "./action-cells.tsx";
import styles from "./action-table.module.css";

interface ActionRowProps {
  row: ActionItemRow;
  at: number;
  index: number;
  today: string;
  columns: readonly ColumnName[];
  /** Where each column is while chosen ones are shown, otherwise null. */
  places: readonly CSSProperties[] | null;
  isSelected: boolean;
  isCurrent: boolean;
  measure: (element: HTMLTableRowElement | null) => void;
  onPeek: (at: number) => void;
  onToggle: (key: string) => void;
}

/** One action item on one line. Each value opens its editor, and the rest of the row opens the panel. */
export const ActionRow = memo(function ActionRow(props: ActionRowProps) {
  const { row, at, index, today, columns, places, isSelected, isCurrent, measure, onPeek, onToggle } = props;
  const longPress = useLongPress(() => onToggle(row.key));
  const days = daysLate(row, today);
  const open = (event: MouseEvent<HTMLTableRowElement>) => {
    if (event.target instanceof Element && event.target.closest("button,input,a")) return;
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
      {columns.map((name, position) =>
        name === "title" ? (
          <th key={name} scope="row" className={styles.title} style={places?.[position]}>
            <NextLink data-row href={`/actions/${row.key}`} prefetch={false} onClick={peekOnClick(() => onPeek(at))}>
              {row.title}
            </NextLink>
          </th>
        ) : (
          <ColumnCell key={name} name={name} row={row} daysLate={days} style={places?.[position]} />
        ),
      )}
    </Row>
  );
});

interface ColumnCellProps {
  name: Exclude<ColumnName, "title">;
  row: ActionItemRow;
  daysLate: number | null;
  style: CSSProperties | undefined;
}

function ColumnCell({ name, row, daysLate, style }: ColumnCellProps) {
  const { className, content } = cellOf(name, row, daysLate);
  return (
    <td className={className} style={style}>
      {content}
    </td>
  );
}
