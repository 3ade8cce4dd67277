import type { Editor } from "@tiptap/core";

/**
 * Takes over what is selected on the screen. The editor hears of a selection made by keys in an event of its own, which
 * may come after the press of a shortcut that acts on it.
 */
export function takeSelection({ view, state, commands }: Editor): void {
  const shown = view.dom.ownerDocument.getSelection();
  const [anchorNode, focusNode] = [shown?.anchorNode ?? null, shown?.focusNode ?? null];
  // A selected block isn't text that can be used.
  if (!shown || !anchorNode || !focusNode || !view.hasFocus() || "node" in state.selection) return;
  if (!view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return;
  const anchor = view.posAtDOM(anchorNode, shown.anchorOffset);
  const head = view.posAtDOM(focusNode, shown.focusOffset);
  if (anchor === state.selection.anchor && head === state.selection.head) return;
  commands.setTextSelection({ from: Math.min(anchor, head), to: Math.max(anchor, head) });
}
