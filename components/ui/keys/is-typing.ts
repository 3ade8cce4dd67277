const NOT_TEXT = new Set(["checkbox", "radio", "button", "submit", "reset", "range", "file", "color"]);

const roles = (...names: string[]) => names.map((role) => `[role="${role}"]`).join(",");
/** Fields by their role. A button inside an editor isn't one. */
const FIELDS = roles("textbox", "searchbox", "combobox", "spinbutton");
/** Parts that take letters wherever the focus is in them: lists search by typing, and popovers cover the page. */
const OWN_KEYS = `${roles("menu", "menubar", "listbox")},[cmdk-root],[data-own-keys]`;

/**
 * Returns whether a key press belongs to a text field, an editor, a popover, or an open menu or list with its own keys.
 */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  if (target instanceof HTMLInputElement && !NOT_TEXT.has(target.type)) return true;
  return target.matches(FIELDS) || target.closest(OWN_KEYS) !== null;
}
