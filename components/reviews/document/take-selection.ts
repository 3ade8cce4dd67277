import type { Editor } from "@tiptap/core";

/**
 * Reads the selection from the screen. The editor learns of a selection made by keys in a separate event, which may
 * come after the shortcut that acts on it.
 */
export function takeSelection({ view, state, commands }: Editor): void {
  const shown = view.dom.ownerDocument.getSelection();
  const [anchorNode, focusNode] = [shown?.anchorNode ?? null, shown?.focusNode ?? null];
  // A selected block isn't usable text.
  if (!shown || !anchorNode || !focusNode || !view.hasFocus() || "node" in state.selection) return;
  if (!view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return;
  const anchor = view.posAtDOM(anchorNode, shown.anchorOffset);
  const head = view.posAtDOM(focusNode, shown.focusOffset);
  if (anchor === state.selection.anchor && head === state.selection.head) return;
  commands.setTextSelection({ from: Math.min(anchor, head), to: Math.max(anchor, head) });
}

/**
 * Returns the focus to the text with its selection, once the dialog over it has closed. The browser first puts the
 * caret at the start of a text that gets the focus.
 */
export function returnToText(editor: Editor): void {
  window.requestAnimationFrame(() => {
    if (editor.isDestroyed) return;
    const selection = editor.state.selection.getBookmark();
    editor.view.focus();
    const { tr } = editor.state;
    editor.view.dispatch(tr.setSelection(selection.resolve(tr.doc)));
  });
}
