"use client";

import { type CSSProperties, useEffect, useEffectEvent, useRef } from "react";
import textStyles from "#components/ui/roles/text.module.css";
import { columnLabel } from "#lib/follow/action-item/query/columns.ts";
import styles from "./column-heads.module.css";
import { type ColumnTable, nameOf } from "./use-column-table.ts";

interface ColumnHeadsProps extends ColumnTable {
  /** Where each column is while chosen ones are shown, otherwise null. */
  places: readonly CSSProperties[] | null;
  tickPx: number;
}

/**
 * The names of the columns. A name is dragged to another place, and its right edge to another width. With the
 * keyboard, both are in the menu of the columns.
 */
export function ColumnHeads({ table, move, measure, places, tickPx }: ColumnHeadsProps) {
  const row = useRef<HTMLTableRowElement>(null);
  const onMove = useEffectEvent(move);
  const columns = table.getVisibleLeafColumns().map(nameOf);
  const resizers = new Map(table.getLeafHeaders().map((head) => [nameOf(head.column), head.getResizeHandler()]));
  /** The usual columns share the width of the window, so they keep what they have once one of them is changed. */
  const hold = () => places === null && measure((name) => headOf(row.current, name)?.offsetWidth ?? 0);
  const names = columns.join();
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
    <tr ref={row} onPointerDown={hold}>
      <th scope="col" style={places === null ? undefined : { width: tickPx }}>
        <span className={textStyles.visuallyHidden}>Select</span>
      </th>
      {columns.map((name, at) => (
        <th key={name} scope="col" className={styles.head} data-column={name} style={places?.[at]}>
          <span className={name === "priority" ? textStyles.visuallyHidden : styles.name}>
            {name === "title" ? "Action" : columnLabel(name)}
          </span>
          <i
            aria-hidden
            className={styles.edge}
            onPointerDown={({ currentTarget, pointerId }) => currentTarget.setPointerCapture(pointerId)}
            onMouseDown={resizers.get(name)}
            onTouchStart={resizers.get(name)}
          />
        </th>
      ))}
    </tr>
  );
}

const headOf = (row: HTMLElement | null, name: string) =>
  row?.querySelector<HTMLElement>(`[data-column="${name}"]`) ?? null;
