/** Returns the ids from one to another, both included, in either direction. Empty if one of them is missing. */
export function rangeBetween(ids: readonly string[], from: string, to: string): readonly string[] {
  const [start, end] = [ids.indexOf(from), ids.indexOf(to)].sort((a, b) => a - b);
  if (start === undefined || end === undefined || start < 0) return [];
  return ids.slice(start, end + 1);
}
