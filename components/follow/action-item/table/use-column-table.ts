"use client";

import {
  columnOrderingFeature,
  columnPinningFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  functionalUpdate,
  type TableOptions,
  type TableState,
  tableFeatures,
  type Updater,
  useTable,
} from "@tanstack/react-table";
import { useMemo, useState } from "react";
import {
  type Column,
  type ColumnName,
  columnsOf,
  fitWidth,
  otherColumns,
  printColumns,
  USUAL_COLUMNS,
} from "#lib/follow/action-item/query/columns.ts";

const FEATURES = tableFeatures({
  ...{ columnOrderingFeature, columnPinningFeature, columnVisibilityFeature },
  ...{ columnResizingFeature, columnSizingFeature },
});
const COLUMNS = otherColumns([]).map(({ name }) => ({ id: name }));

type Features = typeof FEATURES;
type ColumnState = Omit<TableState<Features>, "columnResizing">;
export type ColumnTable = ReturnType<typeof useColumnTable>;

/**
 * Returns the columns as a table of react-table without rows, whose state is the text of the address. `measure` gives
 * the usual columns the widths that they have on screen, before one of them is changed.
 */
export function useColumnTable(text: string | null, onChange: (text: string | null) => void) {
  const [usual, setUsual] = useState(USUAL_COLUMNS);
  const columns = useMemo(() => (text === null ? usual : columnsOf(text)), [text, usual]);
  const options = useMemo((): TableOptions<Features, object> => {
    const state = stateOf(columns);
    const on =
      <Name extends keyof ColumnState>(name: Name) =>
      (to: Updater<ColumnState[Name]>) => {
        const next = printColumns(columnsIn({ ...state, [name]: functionalUpdate(to, state[name]) }));
        if (next !== printColumns(columns)) onChange(next);
      };
    return {
      ...{ features: FEATURES, columns: COLUMNS, data: [], state, columnResizeMode: "onChange" },
      onColumnOrderChange: on("columnOrder"),
      onColumnPinningChange: on("columnPinning"),
      onColumnSizingChange: on("columnSizing"),
      onColumnVisibilityChange: on("columnVisibility"),
    };
  }, [columns, onChange]);
  // What the table remembers while an edge is dragged changes nothing on screen, the address does.
  const table = useTable(options, () => null);
  const move = (name: string, to: string, isAfter: boolean) =>
    table.setColumnOrder((order) => {
      const others = order.filter((other) => other !== name);
      return others.toSpliced(others.indexOf(to) + (isAfter ? 1 : 0), 0, name);
    });
  const measure = (widthOf: (name: ColumnName) => number) =>
    setUsual(USUAL_COLUMNS.map((column) => ({ ...column, widthPx: fitWidth(widthOf(column.name)) })));
  return { table, move, measure };
}

export const nameOf = ({ id }: { id: string }) => id as ColumnName;

function stateOf(columns: readonly Column[]): ColumnState {
  const others = otherColumns(columns);
  // Hidden ones are last in the order, so one that is shown again comes after the others.
  const all = [...columns, ...others];
  return {
    columnOrder: all.map(({ name }) => name),
    columnPinning: { start: columns.flatMap(({ name, pinned }) => (pinned ? name : [])), end: [] },
    columnSizing: Object.fromEntries(all.map(({ name, widthPx }) => [name, widthPx])),
    columnVisibility: Object.fromEntries(others.map(({ name }) => [name, false])),
  };
}

const columnsIn = ({ columnOrder, columnPinning, columnSizing, columnVisibility }: ColumnState): Column[] =>
  columnOrder
    .filter((id) => columnVisibility[id] !== false)
    .map((id) => ({
      name: nameOf({ id }),
      pinned: columnPinning.start.includes(id),
      widthPx: fitWidth(columnSizing[id] ?? 0),
    }));
