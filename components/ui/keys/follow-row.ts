/** The control of a row that opens it, in the row that the keyboard is on. */
export const currentRow = (within: ParentNode): HTMLElement | null =>
  within.querySelector<HTMLElement>("[aria-current=true] [data-row]");

/**
 * The focus goes with the current row so that Enter and Tab act on what is seen as current. What has it elsewhere keeps
 * it; a row that is not drawn yet cannot take it, and the row before lets it go then.
 */
export function followRow(list: HTMLElement | null): void {
  if (!list) return;
  const held = document.activeElement;
  const isFree = held === null || held === document.body;
  const isRow = held instanceof HTMLElement && held.matches("[data-row]") && list.contains(held);
  if (!isFree && !isRow) return;
  const next = currentRow(list);
  if (next) next.focus({ preventScroll: true });
  else if (isRow) held.blur();
}
