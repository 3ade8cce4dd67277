import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";

const CONTROLS = 'a[href], button, input, select, textarea, [tabindex]:not([tabindex="-1"])';

type Direction = 1 | -1;

/** Returns the controls of the page that come after a place (1) or before it (-1), the nearest first. */
function controlsBeyond(view: EditorView, place: Range, direction: Direction): HTMLElement[] {
  const found = [...document.querySelectorAll<HTMLElement>(CONTROLS)].filter(
    (control) =>
      control !== view.dom &&
      !control.contains(view.dom) &&
      place.comparePoint(control, 0) === direction &&
      control.checkVisibility({ visibilityProperty: true }),
  );
  return direction === 1 ? found : found.reverse();
}

function focusFirst(controls: readonly HTMLElement[]): boolean {
  for (const control of controls) {
    control.focus();
    // What is disabled, or within a part that is, doesn't take the focus.
    if (document.activeElement === control) return true;
  }
  return false;
}

function tabFromCaret(view: EditorView, direction: Direction): boolean {
  // From a chip or a button in the text, the browser knows the way.
  if (document.activeElement !== view.dom) return false;
  const { node, offset } = view.domAtPos(view.state.selection.head);
  const caret = document.createRange();
  caret.setStart(node, offset);
  return focusFirst(controlsBeyond(view, caret, direction));
}

/**
 * The control before the first one of a text is the text itself, with the caret behind the control that was just left.
 * So Shift Tab would return there and never leave the text.
 */
function leaveBackwards(view: EditorView, event: KeyboardEvent): void {
  const { activeElement } = document;
  if (event.key !== "Tab" || !event.shiftKey || event.defaultPrevented || !activeElement) return;
  if (activeElement === view.dom || !view.dom.contains(activeElement)) return;
  const place = document.createRange();
  place.setStartBefore(activeElement);
  const before = controlsBeyond(view, place, -1);
  if (before[0] && !view.dom.contains(before[0]) && focusFirst(before)) event.preventDefault();
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
      Tab: ({ editor }) => tabFromCaret(editor.view, 1),
      "Shift-Tab": ({ editor }) => tabFromCaret(editor.view, -1),
    };
  },
  addProseMirrorPlugins() {
    return [
      new Plugin({
        // The editor doesn't hear of keys in its live blocks.
        view(view) {
          const leave = (event: KeyboardEvent) => leaveBackwards(view, event);
          view.dom.addEventListener("keydown", leave);
          return { destroy: () => view.dom.removeEventListener("keydown", leave) };
        },
      }),
    ];
  },
});
