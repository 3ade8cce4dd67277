import { type Command, TextSelection } from "@tiptap/pm/state";
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  isInTable,
  moveTableColumn,
  moveTableRow,
  rowIsHeader,
  selectedRect,
  TableMap,
  toggleHeader,
} from "@tiptap/pm/tables";
import type { EditorView } from "@tiptap/pm/view";

export const LEAST_COLUMN_PX = 48;
const MOST_COLUMN_PX = 1200;
const STEP_PX = 40;

/** Runs a command that replaces the table, and puts the caret into the cell that moved. */
const keepingCaret =
  (command: Command, row: number, column: number): Command =>
  (state, dispatch) => {
    const { tableStart } = selectedRect(state);
    if (!dispatch) return command(state);
    return command(state, (tr) => {
      const table = tr.doc.resolve(tableStart).parent;
      const cell = tableStart + TableMap.get(table).positionAt(row, column, table);
      dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(cell + 1))));
    });
  };

/** Moves the row of the caret. A header row stays at the top. */
export const moveRow =
  (by: 1 | -1): Command =>
  (state, dispatch) => {
    if (!isInTable(state)) return false;
    const { map, table, top, left } = selectedRect(state);
    const to = top + by;
    if (to < 0 || to >= map.height || rowIsHeader(map, table, top) !== rowIsHeader(map, table, to)) return false;
    return keepingCaret(moveTableRow({ from: top, to, select: false }), to, left)(state, dispatch);
  };

/** Moves the column of the caret. */
export const moveColumn =
  (by: 1 | -1): Command =>
  (state, dispatch) => {
    if (!isInTable(state)) return false;
    const { map, top, left } = selectedRect(state);
    const to = left + by;
    if (to < 0 || to >= map.width) return false;
    return keepingCaret(moveTableColumn({ from: left, to, select: false }), top, to)(state, dispatch);
  };

function widthOnScreen(view: EditorView | undefined, cellAt: number): number {
  const cell = view?.nodeDOM(cellAt);
  return cell && "offsetWidth" in cell ? Number(cell.offsetWidth) : 3 * LEAST_COLUMN_PX;
}

/** Makes the column of the caret wider or narrower. */
export const widenColumn =
  (by: number): Command =>
  (state, dispatch, view) => {
    if (!isInTable(state)) return false;
    const { map, table, tableStart, left } = selectedRect(state);
    const cells = [...new Set(Array.from({ length: map.height }, (_, row) => map.map[row * map.width + left] ?? 0))];
    const place = (at: number) => left - map.colCount(at);
    const widthsAt = (at: number): number[] => {
      const { colspan, colwidth } = table.nodeAt(at)?.attrs ?? {};
      return [...((colwidth as number[] | null) ?? new Array<number>(Number(colspan ?? 1)).fill(0))];
    };
    const [first = 0] = cells;
    const now = widthsAt(first)[place(first)] || widthOnScreen(view, tableStart + first);
    const width = Math.min(MOST_COLUMN_PX, Math.max(LEAST_COLUMN_PX, now + by));
    if (width === now) return false;
    const { tr } = state;
    for (const at of cells) {
      const colwidth = widthsAt(at).with(place(at), width);
      tr.setNodeMarkup(tableStart + at, undefined, { ...table.nodeAt(at)?.attrs, colwidth });
    }
    dispatch?.(tr);
    return true;
  };

/** Everything that the menus of a table offer. */
export const TABLE_COMMANDS: readonly { label: string; keys?: string; command: Command }[] = [
  { label: "Row below", command: addRowAfter },
  { label: "Row above", command: addRowBefore },
  { label: "Column to the right", command: addColumnAfter },
  { label: "Column to the left", command: addColumnBefore },
  { label: "Move row up", keys: "alt+shift+up", command: moveRow(-1) },
  { label: "Move row down", keys: "alt+shift+down", command: moveRow(1) },
  { label: "Move column left", keys: "alt+shift+left", command: moveColumn(-1) },
  { label: "Move column right", keys: "alt+shift+right", command: moveColumn(1) },
  { label: "Wider column", command: widenColumn(STEP_PX) },
  { label: "Narrower column", command: widenColumn(-STEP_PX) },
  { label: "Header row on or off", command: toggleHeader("row") },
  { label: "Remove this row", command: deleteRow },
  { label: "Remove this column", command: deleteColumn },
  { label: "Remove this table", command: deleteTable },
];
