import type { KeyboardEvent } from "react";

/** Ctrl Enter (⌘ Enter) in any field of a form sends it. */
export function submitOnModEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
  event.preventDefault();
  const form = event.currentTarget;
  // Some fields read their text at this key. The form is sent once its state has that text.
  queueMicrotask(() => form.requestSubmit());
}
