/** Adds all items to a list. A spread into `push` would overflow the stack where a source has some hundred thousand lines. */
export function append<Item>(target: Item[], items: readonly Item[]): void {
  for (const item of items) target.push(item);
}
