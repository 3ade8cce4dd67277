/**
 * The serializer escapes what is special inside a line. What is special at its start or in a table cell is marked
 * here with characters that no text has, and becomes a backslash at the very end.
 */
const BACKSLASH = "\uE0F0";
const RESERVED = /[\uE0F0-\uE0FF]/g;
// Numbers, roman numerals and one or two letters start a numbered list.
const LINE_START = /^(\s*)(#{1,6}(?=\s|$)|[-+=](?=\s|$|[-+=])|(?:\d{1,9}|[ivxlcdm]+|[a-z]{1,2})(?=[.)](?:\s|$)))/i;

/** Marks what Markdown would read as a heading, list or rule where a line starts. */
export function markLineStart(text: string): string {
  return text.replace(LINE_START, (_match, space: string, marker: string) =>
    /^[a-z\d]/i.test(marker) ? `${space}${marker}${BACKSLASH}` : `${space}${BACKSLASH}${marker}`,
  );
}

/** Marks bars, which would end a table cell. */
export const markBars = (text: string): string => text.replaceAll("|", `${BACKSLASH}|`);

export const withoutReserved = (text: string): string => text.replace(RESERVED, "");

/** Turns the marks into backslashes. */
export const finishMarks = (markdown: string): string => markdown.replaceAll(BACKSLASH, "\\");

/** A fence of backticks longer than any run inside. */
export function fenceFor(text: string, shortest: number): string {
  const runs = text.match(/`+/g) ?? [];
  return "`".repeat(Math.max(shortest, ...runs.map((run) => run.length + 1)));
}
