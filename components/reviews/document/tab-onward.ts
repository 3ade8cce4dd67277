import { Extension } from "@tiptap/core";
import type { EditorView } from "@tiptap/pm/view";

const CONTROLS = 'a[href], button, input, select, textarea, [tabindex]:not([tabindex="-1"])';

/** Returns the controls of the page that come after the caret (1) or before it (-1), the nearest first. */
function controlsBeyond(view: EditorView, direction: 1 | -1): HTMLElement[] {
  const { node, offset } = view.domAtPos(view.state.selection.head);
  const caret = document.createRange();
  caret.setStart(node, offset);
  const found = [...document.querySelectorAll<HTMLElement>(CONTROLS)].filter(
    (control) => control !== view.dom && !control.contains(view.dom) && caret.comparePoint(control, 0) === direction,
  );
  return direction === 1 ? found : found.reverse();
}

function focusBeyond(view: EditorView, direction: 1 | -1): boolean {
  // From a chip or a button in the text, the browser knows the way.
  if (document.activeElement !== view.dom) return false;
  for (const control of controlsBeyond(view, direction)) {
    if (!control.checkVisibility({ visibilityProperty: true })) continue;
    control.focus();
    // What is disabled, or within a part that is, doesn't take the focus.
    if (document.activeElement === control) return true;
  }
  return false;
}

/**
 * Tab and Shift Tab go to the control after or before the caret. Browsers go to the first one of the whole text, or
 * out of it. Lists and tables come first.
 */
export const TabOnward = Extension.create({
  name: "tabOnward",
  priority: 1,
  addKeyboardShortcuts() {
    return {
      Tab: ({ editor }) => focusBeyond(editor.view, 1),
      "Shift-Tab": ({ editor }) => focusBeyond(editor.view, -1),
    };
  },
});
