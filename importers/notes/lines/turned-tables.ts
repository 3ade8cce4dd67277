import { plainText } from "#importers/lex/markdown.ts";
import { isTimed, readStamp } from "#importers/lex/stamp.ts";
import { isSeparatorRow, splitRow } from "#importers/lex/table.ts";
import { isTimeHeader } from "#importers/lex/table-columns.ts";
import { findFences } from "./fences.ts";
import type { BrokenText } from "./line-breaks.ts";

const ROW = /^\s{0,20}\|/;
const LEAST_TIMES = 2;
const MOST_ROWS = 8;

/**
 * Returns a text in which tables that tell their times in one row, named at its start, have them in a column. Null if
 * there are none.
 */
export function openTurnedTables(text: string): BrokenText | null {
  if (!/^\s{0,20}\|/m.test(text)) return null;
  const raws = text.split(/\r\n|\n|\r/);
  const fenced = findFences(raws);
  const parts: { text: string; line: number }[] = [];
  let isOpened = false;
  for (let index = 0; index < raws.length; index += 1) {
    let end = index;
    while (end < raws.length && !fenced[end] && ROW.test((raws[end] ?? "").slice(0, 24))) end += 1;
    const turned = end > index + 1 && end - index <= MOST_ROWS ? turn(raws.slice(index, end)) : null;
    if (turned) parts.push(...turned.map((row) => ({ text: row, line: index + 1 })));
    else
      for (let at = index; at < Math.max(end, index + 1); at += 1) parts.push({ text: raws[at] ?? "", line: at + 1 });
    isOpened ||= turned !== null;
    index = Math.max(end, index + 1) - 1;
  }
  return isOpened ? { text: parts.map((part) => part.text).join("\n"), lines: parts.map(({ line }) => line) } : null;
}

function turn(block: readonly string[]): string[] | null {
  const rows = block.filter((raw) => !isSeparatorRow(raw)).map(splitRow);
  const width = rows[0]?.length ?? 0;
  const timed = rows.filter(isRowOfTimes);
  if (timed.length !== 1 || rows.length < 2 || rows.some(({ length }) => length !== width)) return null;
  const columns = Array.from({ length: width }, (_, at) => rows.map((row) => row[at] ?? ""));
  const written = columns.map((cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`);
  const [head = "", ...body] = written;
  return [head, `|${rows.map(() => "---").join("|")}|`, ...body];
}

/** "| Time | 14:05 | 14:20 |" */
function isRowOfTimes([name = "", ...cells]: string[]): boolean {
  if (cells.length < LEAST_TIMES || !isTimeHeader(plainText(name))) return false;
  return cells.every((cell) => {
    const stamp = readStamp(plainText(cell));
    return stamp !== null && isTimed(stamp) && plainText(cell).length <= stamp.textStart;
  });
}
