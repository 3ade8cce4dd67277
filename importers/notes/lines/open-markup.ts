import { markdownOfHtml } from "#importers/html/markdown-of-html.ts";
import { findFences } from "./fences.ts";
import { openFieldRecords } from "./field-records.ts";
import { openGlued, openListedClocks } from "./glued-lines.ts";
import { type BrokenText, openBreaks } from "./line-breaks.ts";
import { openEmphasis } from "./open-emphasis.ts";
import { openOtherTables } from "./other-tables.ts";
import { openTurnedTables } from "./turned-tables.ts";

/** Elements whose items or rows can share a line, or be spread over many. */
const BEGINS = /^\s{0,40}<(table|ul|ol|dl|p|div)\b/i;
const HAS_BLOCK = /<(?:table|ul|ol|dl|p|div)\b/i;

/**
 * Rewrites a text as notes: HTML, tables of other notations and emphasis as Markdown, breaks before a time, joined lines
 * cut. Null if nothing changes.
 */
export function openMarkup(text: string): BrokenText | null {
  let opened: BrokenText | null = null;
  for (const open of [
    openWideColons,
    openBlocks,
    openOtherTables,
    openTurnedTables,
    openEmphasis,
    openBreaks,
    openGlued,
    openListedClocks,
    openFieldRecords,
  ]) {
    const next: BrokenText | null = open(opened?.text ?? text);
    if (next) opened = { text: next.text, lines: next.lines.map((line) => opened?.lines[line - 1] ?? line) };
  }
  return opened;
}

/** "14：05" as East Asian keyboards write it. Null if there is none. */
function openWideColons(text: string): BrokenText | null {
  if (!WIDE_COLON.test(text)) return null;
  const lines = text.replace(new RegExp(WIDE_COLON, "g"), ":").split(/\r\n|\n|\r/);
  return { text: lines.join("\n"), lines: lines.map((_, index) => index + 1) };
}
const WIDE_COLON = /(?<=(?<!\d)\d{1,2})：(?=\d\d(?!\d))/;

/** Returns a text with its HTML tables and lists as Markdown. Null if there are none. Those in code stay. */
export function openBlocks(text: string): BrokenText | null {
  if (!HAS_BLOCK.test(text)) return null;
  const raws = text.split(/\r\n|\n|\r/);
  const fenced = findFences(raws);
  const opened: { raw: string; line: number }[] = [];
  let isOpened = false;
  for (let index = 0; index < raws.length; index += 1) {
    const raw = raws[index] ?? "";
    const name = fenced[index] ? undefined : BEGINS.exec(raw)?.[1]?.toLowerCase();
    const end = name === undefined ? null : endOfBlock(name, raws, index);
    if (end === null) {
      opened.push({ raw, line: index + 1 });
      continue;
    }
    const { text: block, lines } = markdownOfHtml(raws.slice(index, end + 1).join("\n"));
    opened.push({ raw: "", line: index + 1 });
    for (const [at, row] of block.split("\n").entries()) opened.push({ raw: row, line: index + (lines[at] ?? 1) });
    opened.push({ raw: "", line: end + 1 });
    isOpened = true;
    index = end;
  }
  if (!isOpened) return null;
  return { text: opened.map(({ raw }) => raw).join("\n"), lines: opened.map(({ line }) => line) };
}

/** Returns the last line of the element that starts on a line. Null if it doesn't end, or is a single paragraph. */
function endOfBlock(name: string, raws: readonly string[], from: number): number | null {
  const [open, close] = [new RegExp(`<${name}\\b`, "gi"), new RegExp(`</${name}\\s{0,4}>`, "gi")];
  if (name === "p" || name === "div") return (raws[from]?.match(close)?.length ?? 0) > 1 ? from : null;
  let depth = 0;
  for (let index = from; index < raws.length; index += 1) {
    const raw = raws[index] ?? "";
    depth += (raw.match(open)?.length ?? 0) - (raw.match(close)?.length ?? 0);
    if (depth <= 0) return index;
  }
  return null;
}
