import { EditorState, NodeSelection, type Selection, TextSelection, type Transaction } from "@tiptap/pm/state";
import { expect, test } from "vitest";
import { editorSchema } from "#lib/document/schema.ts";
import { propose } from "#lib/document/suggestion/propose.ts";
import { suggesting } from "./suggesting.ts";

const now = (isSuggesting = true) => ({
  isSuggesting,
  me: { id: "me", name: "Me" },
  authors: new Map(),
  activeId: null,
  onRefused: () => undefined,
});

const LINK = { type: "link", attrs: { href: "https://example.com" } };

/** Starts a composition over a selection. Returns the state in which it writes. */
function composeOver(selection: (state: EditorState) => Selection, isSuggesting = true): EditorState {
  const schema = editorSchema();
  const doc = schema.nodeFromJSON({
    type: "doc",
    content: [
      { type: "paragraph", content: [{ type: "text", text: "one two" }] },
      { type: "horizontalRule" },
      { type: "paragraph", content: [{ type: "text", text: "three" }] },
      { type: "paragraph", content: [{ type: "text", text: "four five", marks: [LINK] }] },
    ],
  });
  let state = EditorState.create({ doc });
  state = state.apply(state.tr.setSelection(selection(state)));
  const dispatch = (transaction: Transaction) => {
    const isMine = () => false;
    state = state.apply(
      isSuggesting && transaction.docChanged ? propose(transaction, state, { isMine, newId: () => "id" }) : transaction,
    );
  };
  const [plugin] = suggesting(() => now(isSuggesting)).config.addProseMirrorPlugins?.call({} as never) ?? [];
  const view = {
    dispatch,
    get state() {
      return state;
    },
  };
  plugin?.props.handleDOMEvents?.compositionstart?.call(plugin, view as never, {} as never);
  return state;
}

function lineOf({ selection: { $head, empty } }: EditorState): string {
  expect(empty && $head.parent.isTextblock).toBe(true);
  return `${$head.parent.textContent.slice(0, $head.parentOffset)}|${$head.parent.textContent.slice($head.parentOffset)}`;
}

test.each<[string, string, (state: EditorState) => Selection]>([
  ["words", "one |two", ({ doc }) => TextSelection.create(doc, 5, 8)],
  ["a line", "|one two", ({ doc }) => TextSelection.create(doc, 1, 8)],
  ["a divider", "|three", ({ doc }) => NodeSelection.create(doc, 9)],
])("an input method that replaces %s writes in a line, before what is struck", (_what, line, selection) => {
  expect(lineOf(composeOver(selection))).toBe(line);
});

test.each<[string, boolean, number, string]>([
  ["the end of a link", false, 23, "four |"],
  ["a whole link", false, 18, "|"],
  ["the end of a link in Suggesting", true, 23, "four |five"],
])("an input method that replaces %s writes outside of the link from its first letter", (_what, mode, from, line) => {
  const state = composeOver(({ doc }) => TextSelection.create(doc, from, 27), mode);
  expect(lineOf(state)).toBe(line);
  expect(state.storedMarks ?? state.selection.$from.marks()).toEqual([]);
});

test("an input method that replaces the start of a link is left to write in it", () => {
  const state = composeOver(({ doc }) => TextSelection.create(doc, 18, 22), false);
  expect(state.selection.empty).toBe(false);
});
