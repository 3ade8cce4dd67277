/** A group of cards that runs through the columns of the board. */
interface Lane {
  id: string;
}

/**
 * Returns the lanes of all columns in one order, which gives each the same row in every column. A column has its lanes in
 * the order of the list, and can lack some. A lane comes after all that any column has above it.
 */
export function mergeLanes(columns: readonly (readonly Lane[])[]): string[] {
  const merged: string[] = [];
  let left = columns.map((column) => column.map(({ id }) => id));
  while (left.some((column) => column.length > 0)) {
    const heads = left.flatMap(([head]) => head ?? []);
    const isFree = (head: string) => left.every((column) => column.indexOf(head) <= 0);
    // While a list is read again, two columns can disagree about an order.
    const next = heads.find(isFree) ?? heads[0] ?? "";
    merged.push(next);
    left = left.map((column) => column.filter((id) => id !== next));
  }
  return merged;
}
