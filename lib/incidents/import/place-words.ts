/** Text sources, in which places are lines. In all others places are entries, counted from 1. */
const TEXTS = new Set(["notes", "html", "email", "calendar", "pasted_chat", "afterword-markdown", "unknown"]);
const TABLES = new Set(["csv", "afterword-csv"]);

/** Returns whether places in a source of this kind are entries of a list. */
export const isListOfEntries = (sourceType: string): boolean => !TEXTS.has(sourceType) && !TABLES.has(sourceType);

/** "line 14" for text, "row 14" for a table, "entry 14" for a list of records, "file" for 0, the source as a whole. */
export function placeWords(sourceType: string, line: number): string {
  if (line === 0) return "file";
  if (TABLES.has(sourceType)) return `row ${line}`;
  // The files of a zip can be of different kinds.
  if (sourceType === "zip") return `no. ${line}`;
  return TEXTS.has(sourceType) ? `line ${line}` : `entry ${line}`;
}
