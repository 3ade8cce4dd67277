import { Node } from "@tiptap/pm/model";
import { type Command, EditorState, TextSelection } from "@tiptap/pm/state";
import { tableEditing } from "@tiptap/pm/tables";
import type { EditorView } from "@tiptap/pm/view";
import { expect, test } from "vitest";
import { editorSchema } from "#lib/document/schema.ts";
import { leaveTable, nextCell } from "./table-keys.ts";

const cell = (text: string) => ({
  type: "tableCell",
  content: [{ type: "paragraph", content: text ? [{ type: "text", text }] : [] }],
});
const row = (...cells: string[]) => ({ type: "tableRow", content: cells.map(cell) });

/** An editor without a screen, with the caret in the cell that contains `at`, or in the last one. */
function table(at: string, ...rows: string[][]) {
  const content = [{ type: "table", content: rows.map((cells) => row(...cells)) }];
  let state = EditorState.create({
    doc: Node.fromJSON(editorSchema(), { type: "doc", content }),
    plugins: [tableEditing()],
  });
  const editor = {
    get state() {
      return state;
    },
    dispatch: (transaction: EditorState["tr"]) => {
      state = state.apply(transaction);
    },
  };
  let caret = -1;
  state.doc.descendants((node, position) => {
    if (node.type.name === "tableCell" && (node.textContent === at || at === "")) caret = position + 2;
  });
  editor.dispatch(state.tr.setSelection(TextSelection.create(state.doc, caret)));
  return {
    press: (command: Command) => command(state, editor.dispatch, editor as unknown as EditorView),
    type: (text: string) => editor.dispatch(state.tr.insertText(text)),
    rows: () => state.doc.firstChild?.childCount,
    isInTable: () => state.selection.$from.node(1).type.name === "table",
    doc: () => state.doc,
    cell: () => state.selection.$from.parent.textContent,
  };
}

test("Tab goes from cell to cell", () => {
  const it = table("a", ["a", "b"], ["c", "d"]);
  for (const expected of ["b", "c", "d"]) {
    it.press(nextCell);
    expect(it.cell()).toBe(expected);
  }
  expect(it.rows()).toBe(2);
});

test("Tab in the last cell adds one row, and leaves the table if nothing was written in it", () => {
  const it = table("d", ["a", "b"], ["c", "d"]);
  it.press(nextCell);
  expect([it.rows(), it.cell(), it.isInTable()]).toEqual([3, "", true]);
  it.press(nextCell);
  expect([it.rows(), it.isInTable()]).toEqual([3, true]);
  it.press(nextCell);
  expect([it.rows(), it.isInTable()]).toEqual([3, false]);
});

test("Tab adds the next row once the last one contains text", () => {
  const it = table("", ["a", "b"], ["", ""]);
  it.type("x");
  it.press(nextCell);
  expect(it.rows()).toBe(3);
});

test("Escape leaves the table, and has its usual meaning outside", () => {
  const it = table("a", ["a", "b"]);
  expect(it.press(leaveTable)).toBe(true);
  expect(it.isInTable()).toBe(false);
  expect(it.doc().childCount).toBe(2);
  expect(it.press(leaveTable)).toBe(false);
  expect(it.press(nextCell)).toBe(false);
});
