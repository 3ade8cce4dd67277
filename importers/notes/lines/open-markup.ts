import { markdownOfHtml } from "#importers/html/markdown-of-html.ts";
import { findFences } from "./fences.ts";
import { openGlued, openListedClocks } from "./glued-lines.ts";
import { type BrokenText, openBreaks } from "./line-breaks.ts";
import { openEmphasis } from "./open-emphasis.ts";

const OPEN = /<table\b/gi;
const CLOSE = /<\/table\s{0,4}>/gi;
const BEGINS = /^\s{0,40}<table\b/i;

/**
 * Rewrites a text as notes: HTML tables and emphasis as Markdown, breaks before a time, joined lines cut. Null if nothing changes.
 */
export function openMarkup(text: string): BrokenText | null {
  let opened: BrokenText | null = null;
  for (const open of [openTables, openEmphasis, openBreaks, openGlued, openListedClocks]) {
    const next: BrokenText | null = open(opened?.text ?? text);
    if (next) opened = { text: next.text, lines: next.lines.map((line) => opened?.lines[line - 1] ?? line) };
  }
  return opened;
}

/** Returns a text with its HTML tables as Markdown. Null if there are none. Tables in code stay. */
export function openTables(text: string): BrokenText | null {
  if (text.search(OPEN) < 0) return null;
  const raws = text.split(/\r\n|\n|\r/);
  const fenced = findFences(raws);
  const opened: { raw: string; line: number }[] = [];
  let isOpened = false;
  for (let index = 0; index < raws.length; index += 1) {
    const raw = raws[index] ?? "";
    const end = !fenced[index] && BEGINS.test(raw) ? endOfTable(raws, index) : null;
    if (end === null) {
      opened.push({ raw, line: index + 1 });
      continue;
    }
    const { text: table, lines } = markdownOfHtml(raws.slice(index, end + 1).join("\n"));
    opened.push({ raw: "", line: index + 1 });
    for (const [at, row] of table.split("\n").entries()) opened.push({ raw: row, line: index + (lines[at] ?? 1) });
    opened.push({ raw: "", line: end + 1 });
    isOpened = true;
    index = end;
  }
  if (!isOpened) return null;
  return { text: opened.map(({ raw }) => raw).join("\n"), lines: opened.map(({ line }) => line) };
}

/** Returns the last line of the table that starts on a line. Null if it doesn't end. */
function endOfTable(raws: readonly string[], from: number): number | null {
  let depth = 0;
  for (let index = from; index < raws.length; index += 1) {
    const raw = raws[index] ?? "";
    depth += (raw.match(OPEN)?.length ?? 0) - (raw.match(CLOSE)?.length ?? 0);
    if (depth <= 0) return index;
  }
  return null;
}
