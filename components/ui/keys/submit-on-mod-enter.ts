import type { KeyboardEvent } from "react";

/** Ctrl Enter (⌘ Enter) in any field of a form sends it. */
export function submitOnModEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  // An open list takes Enter, but not this one.
  const isInList = event.target instanceof Element && event.target.closest("[cmdk-root]") !== null;
  if (event.defaultPrevented && !isInList) return;
  event.preventDefault();
  const form = event.currentTarget;
  // Some fields read their text at this key. The form is sent once its state has that text.
  queueMicrotask(() => form.requestSubmit());
}
