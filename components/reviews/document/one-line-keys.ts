import { type Editor, findParentNode } from "@tiptap/core";
import { NodeSelection, TextSelection } from "@tiptap/pm/state";

const around = ({ state }: Editor, name: string) => findParentNode(({ type }) => type.name === name)(state.selection);

/**
 * Enter in a block with one line of text, such as the caption of a picture: the next line starts below it, not in a
 * second block.
 */
export function continueBelow(editor: Editor, name: string): boolean {
  const found = around(editor, name);
  const { paragraph } = editor.schema.nodes;
  if (!found || !paragraph) return false;
  const { tr } = editor.state;
  const end = found.pos + found.node.nodeSize;
  tr.insert(end, paragraph.create());
  editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, end + 1)).scrollIntoView());
  return true;
}

/** Backspace at the start of such a block: the whole block is selected, and the next Backspace removes it. */
export function selectWhole(editor: Editor, name: string): boolean {
  const found = around(editor, name);
  const { selection, tr } = editor.state;
  if (!found || !selection.empty || selection.$from.parentOffset > 0) return false;
  editor.view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, found.pos)));
  return true;
}
