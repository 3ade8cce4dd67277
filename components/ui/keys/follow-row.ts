/** The control that opens a row, in the current row. */
export const currentRow = (within: ParentNode): HTMLElement | null =>
  within.querySelector<HTMLElement>("[aria-current=true] [data-row]");

/**
 * Moves the focus to the current row, so Enter and Tab act on the row that is highlighted. Focus elsewhere stays. A row
 * that isn't rendered yet can't get it, and then the previous row loses it.
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
