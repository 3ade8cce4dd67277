"use client";

import { type CSSProperties, type PointerEvent, useEffect, useEffectEvent, useRef } from "react";
import textStyles from "#components/ui/roles/text.module.css";
import {
  type Column,
  type ColumnName,
  columnLabel,
  fitWidth,
  moveColumn,
  printColumns,
} from "#lib/follow/action-item/query/columns.ts";
import styles from "./column-heads.module.css";

interface ColumnHeadsProps {
  columns: readonly Column[];
  /** Where each column is while chosen ones are shown, otherwise null. */
  places: readonly CSSProperties[] | null;
  tickPx: number;
  onChange: (columns: string | null) => void;
}

/** The names of the columns. A name is dragged to another place, and its right edge to another width. */
export function ColumnHeads({ columns, places, tickPx, onChange }: ColumnHeadsProps) {
  const row = useRef<HTMLTableRowElement>(null);
  /** The usual columns share the width of the window, so they keep what they have once one of them is changed. */
  const shown = (): Column[] =>
    columns.map((column) => ({
      ...column,
      widthPx: places === null ? fitWidth(headOf(row.current, column.name)?.offsetWidth ?? 0) : column.widthPx,
    }));
  const onMove = useEffectEvent((name: string, to: string, isAfter: boolean) =>
    onChange(printColumns(moveColumn(shown(), name as ColumnName, { to: to as ColumnName, isAfter }))),
  );
  const names = columns.map(({ name }) => name).join();
  useEffect(() => {
    let stop: (() => void) | undefined;
    let isGone = false;
    void import("./column-drag.ts").then(({ dragColumns }) => {
      const heads = names.split(",").flatMap((name) => headOf(row.current, name) ?? []);
      if (!isGone) stop = dragColumns(heads, onMove);
    });
    return () => {
      isGone = true;
      stop?.();
    };
  }, [names]);
  return (
    <tr ref={row}>
      <th scope="col" style={places === null ? undefined : { width: tickPx }}>
        <span className={textStyles.visuallyHidden}>Select</span>
      </th>
      {columns.map(({ name }, at) => (
        <th key={name} scope="col" className={styles.head} data-column={name} style={places?.[at]}>
          <span className={name === "priority" ? textStyles.visuallyHidden : styles.name}>
            {name === "title" ? "Action" : columnLabel(name)}
          </span>
          <Edge
            from={() => shown()[at]?.widthPx ?? 0}
            onResize={(widthPx) =>
              onChange(printColumns(shown().map((column) => (column.name === name ? { ...column, widthPx } : column))))
            }
          />
        </th>
      ))}
    </tr>
  );
}

const headOf = (row: HTMLElement | null, name: string) =>
  row?.querySelector<HTMLElement>(`[data-column="${name}"]`) ?? null;

/** The right edge of a column for a pointer. With the keyboard, a width is typed in the menu of the columns. */
function Edge({ from, onResize }: { from: () => number; onResize: (widthPx: number) => void }) {
  const held = useRef<{ x: number; widthPx: number } | null>(null);
  const resize = ({ clientX }: PointerEvent<HTMLElement>) => {
    if (!held.current) return;
    const widthPx = fitWidth(held.current.widthPx + clientX - held.current.x);
    if (widthPx !== from()) onResize(widthPx);
  };
  return (
    <i
      aria-hidden
      className={styles.edge}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        held.current = { x: event.clientX, widthPx: from() };
      }}
      onPointerMove={resize}
      onPointerUp={() => {
        held.current = null;
      }}
      onPointerCancel={() => {
        held.current = null;
      }}
    />
  );
}
