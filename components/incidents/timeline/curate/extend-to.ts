/** The selection one step on, from the current row to the next; a step back over a selected row lets go of the one left. */
export function extendTo(ticked: ReadonlySet<string>, from: string | null, to: string): ReadonlySet<string> {
  if (from !== null && from !== to && ticked.has(from) && ticked.has(to))
    return new Set([...ticked].filter((id) => id !== from));
  return new Set([...ticked, ...(from === null ? [] : [from]), to]);
}
