import { EditorState, NodeSelection, type Selection, TextSelection, type Transaction } from "@tiptap/pm/state";
import { expect, test } from "vitest";
import { editorSchema } from "#lib/document/schema.ts";
import { propose } from "#lib/document/suggestion/propose.ts";
import { suggesting } from "./suggesting.ts";

const now = () => ({
  isSuggesting: true,
  me: { id: "me", name: "Me" },
  authors: new Map(),
  activeId: null,
  onRefused: () => undefined,
});

/** Starts a composition over a selection in Suggesting. Returns the line in which it writes, with the caret. */
function composeOver(selection: (state: EditorState) => Selection): string {
  const schema = editorSchema();
  const doc = schema.nodeFromJSON({
    type: "doc",
    content: [
      { type: "paragraph", content: [{ type: "text", text: "one two" }] },
      { type: "horizontalRule" },
      { type: "paragraph", content: [{ type: "text", text: "three" }] },
    ],
  });
  let state = EditorState.create({ doc });
  state = state.apply(state.tr.setSelection(selection(state)));
  const dispatch = (transaction: Transaction) => {
    const isMine = () => false;
    state = state.apply(
      transaction.docChanged ? propose(transaction, state, { isMine, newId: () => "id" }) : transaction,
    );
  };
  const [plugin] = suggesting(now).config.addProseMirrorPlugins?.call({} as never) ?? [];
  const view = {
    dispatch,
    get state() {
      return state;
    },
  };
  plugin?.props.handleDOMEvents?.compositionstart?.call(plugin, view as never, {} as never);
  const { $head, empty } = state.selection;
  expect(empty && $head.parent.isTextblock).toBe(true);
  return `${$head.parent.textContent.slice(0, $head.parentOffset)}|${$head.parent.textContent.slice($head.parentOffset)}`;
}

test.each<[string, string, (state: EditorState) => Selection]>([
  ["words", "one |two", ({ doc }) => TextSelection.create(doc, 5, 8)],
  ["a line", "|one two", ({ doc }) => TextSelection.create(doc, 1, 8)],
  ["a divider", "|three", ({ doc }) => NodeSelection.create(doc, 9)],
])("an input method that replaces %s writes in a line, before what is struck", (_what, line, selection) => {
  expect(composeOver(selection)).toBe(line);
});
