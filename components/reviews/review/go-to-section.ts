import type { Editor } from "@tiptap/core";

/** Moves the caret into a heading and scrolls to it. */
export function goToSection(editor: Editor, position: number): void {
  editor
    .chain()
    .setTextSelection(position + 1)
    .focus(undefined, { scrollIntoView: false })
    .run();
  const element = editor.view.nodeDOM(position);
  if (element instanceof HTMLElement) element.scrollIntoView({ block: "start" });
}
