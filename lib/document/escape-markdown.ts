/**
 * The serializer escapes special characters inside a line. Those at the start of a line or in a table cell are marked
 * here with characters that no text contains, which become backslashes at the very end.
 */
const BACKSLASH = "\uE0F0";
const RESERVED = /[\uE0F0-\uE0FF]/g;
// Numbers, Roman numerals and one or two letters start a numbered list.
const LINE_START = /^(\s*)(#{1,6}(?=\s|$)|[-+=](?=\s|$|[-+=])|(?:\d{1,9}|[ivxlcdm]+|[a-z]{1,2})(?=[.)](?:\s|$)))/i;

/** Marks what Markdown would read as a heading, list or rule at the start of a line. */
export function markLineStart(text: string): string {
  return text.replace(LINE_START, (_match, space: string, marker: string) =>
    /^[a-z\d]/i.test(marker) ? `${space}${marker}${BACKSLASH}` : `${space}${BACKSLASH}${marker}`,
  );
}

/** Marks vertical bars, which would end a table cell. */
export const markBars = (text: string): string => text.replaceAll("|", `${BACKSLASH}|`);

export const withoutReserved = (text: string): string => text.replace(RESERVED, "");

/** Turns the marks into backslashes. */
export const finishMarks = (markdown: string): string => markdown.replaceAll(BACKSLASH, "\\");

/** Returns a fence of backticks longer than any run inside. */
export function fenceFor(text: string, shortest: number): string {
  const runs = text.match(/`+/g) ?? [];
  return "`".repeat(Math.max(shortest, ...runs.map((run) => run.length + 1)));
}
