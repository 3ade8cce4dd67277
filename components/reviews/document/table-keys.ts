import { Extension } from "@tiptap/core";
import { type Command, TextSelection } from "@tiptap/pm/state";
import { addRowAfter, columnResizing, findTable, goToNextCell, selectedRect } from "@tiptap/pm/tables";
import { LEAST_COLUMN_PX, moveColumn, moveRow } from "./table/table-commands.ts";

/** Moves the caret after the table, into a new line if there is none. */
export const leaveTable: Command = (state, dispatch) => {
  const table = findTable(state.selection.$from);
  const { paragraph } = state.schema.nodes;
  if (!table || !paragraph) return false;
  const end = table.pos + table.node.nodeSize;
  const { tr } = state;
  if (!state.doc.resolve(end).nodeAfter?.isTextblock) tr.insert(end, paragraph.create());
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, end + 1)).scrollIntoView());
  return true;
};

/**
 * Moves to the next cell. From the last one to a new row if the last row contains text, otherwise out of the table.
 */
export const nextCell: Command = (state, dispatch, view) => {
  if (!findTable(state.selection.$from)) return false;
  if (goToNextCell(1)(state, dispatch)) return true;
  const { table, map } = selectedRect(state);
  if (table.child(map.height - 1).textContent.trim() === "") return leaveTable(state, dispatch);
  if (!dispatch || !view) return true;
  addRowAfter(state, dispatch);
  return goToNextCell(1)(view.state, dispatch);
};

/** Keys inside a table, before those of the table itself, and columns that are resized by dragging. */
export const tableKeys = (openMenu: () => void) =>
  Extension.create({
    name: "tableKeys",
    priority: 1000,
    // The table adds this itself only if the text can be edited at first.
    addProseMirrorPlugins: () => [columnResizing({ cellMinWidth: LEAST_COLUMN_PX, View: null })],
    addKeyboardShortcuts() {
      const run = (command: Command) => () => command(this.editor.state, this.editor.view.dispatch, this.editor.view);
      return {
        Tab: run(nextCell),
        Escape: run(leaveTable),
        "Alt-Shift-ArrowUp": run(moveRow(-1)),
        "Alt-Shift-ArrowDown": run(moveRow(1)),
        "Alt-Shift-ArrowLeft": run(moveColumn(-1)),
        "Alt-Shift-ArrowRight": run(moveColumn(1)),
        "Alt-F10": () => {
          if (!this.editor.isEditable || !findTable(this.editor.state.selection.$from)) return false;
          openMenu();
          return true;
        },
      };
    },
  });
