/**
 * Adds all items to a list. A spread into `push` would overflow the stack for sources with hundreds of thousands of
 * lines.
 */
export function append<Item>(target: Item[], items: readonly Item[]): void {
  for (const item of items) target.push(item);
}
