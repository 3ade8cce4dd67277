/**
 * Returns the selection extended from the current row to the next. A step back over a selected row deselects the row
 * that is left.
 */
export function extendTo(ticked: ReadonlySet<string>, from: string | null, to: string): ReadonlySet<string> {
  if (from !== null && from !== to && ticked.has(from) && ticked.has(to))
    return new Set([...ticked].filter((id) => id !== from));
  return new Set([...ticked, ...(from === null ? [] : [from]), to]);
}
