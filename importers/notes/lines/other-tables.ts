import { findFences } from "./fences.ts";
import type { BrokenText } from "./line-breaks.ts";

interface Cell {
  line: number;
  text: string;
}
interface OtherTable {
  rows: Cell[][];
  /** The last line of the table. */
  end: number;
}

const MOST_LINES = 3000;
const WIKI_OPEN = /^\s{0,8}\{\|/;
const ASCIIDOC = /^\|={3,}\s*$/;
const GRID = /^\s{0,8}\+(?:[-=]{2,}\+){2,}\s*$/;
const LISTED = /^(\s{0,20})\.\. list-table::/;

/**
 * Returns a text with the tables of MediaWiki, AsciiDoc and reStructuredText as Markdown. Null if there are none.
 * Tables in code stay.
 */
export function openOtherTables(text: string): BrokenText | null {
  if (!/^\s{0,20}(?:\{\||\|===|\+[-=]{2,}\+|\.\. list-table::)/m.test(text)) return null;
  const raws = text.split(/\r\n|\n|\r/);
  const fenced = findFences(raws);
  const out: Cell[] = [];
  let isOpened = false;
  for (let index = 0; index < raws.length; index += 1) {
    const table = fenced[index] ? null : tableAt(raws, index);
    if (!table) {
      out.push({ text: raws[index] ?? "", line: index + 1 });
      continue;
    }
    out.push({ text: "", line: index + 1 }, ...markdownOf(table), { text: "", line: table.end + 1 });
    isOpened = true;
    index = table.end;
  }
  return isOpened ? { text: out.map((one) => one.text).join("\n"), lines: out.map(({ line }) => line) } : null;
}

function tableAt(raws: readonly string[], index: number): OtherTable | null {
  const raw = raws[index] ?? "";
  const table = WIKI_OPEN.test(raw)
    ? wikiTable(raws, index)
    : ASCIIDOC.test(raw)
      ? asciidocTable(raws, index)
      : GRID.test(raw)
        ? gridTable(raws, index)
        : LISTED.test(raw)
          ? listedTable(raws, index)
          : null;
  return table && table.rows.length > 1 ? table : null;
}

function markdownOf({ rows }: OtherTable): Cell[] {
  const out = rows.map((cells) => ({
    line: cells[0]?.line ?? 1,
    text: `| ${cells.map(({ text }) => text.trim().replaceAll("|", "\\|")).join(" | ")} |`,
  }));
  const [head, ...rest] = out;
  if (!head) return [];
  return [head, { line: head.line, text: `|${" --- |".repeat(rows[0]?.length ?? 1)}` }, ...rest];
}

function indexOfEnd(raws: readonly string[], index: number, isEnd: (raw: string) => boolean): number {
  const end = raws.slice(index + 1, index + MOST_LINES).findIndex(isEnd);
  return end < 0 ? -1 : index + 1 + end;
}

/** `! Time !! Event`, `|-`, `| 14:05 || words`, or each cell on a line of its own. */
function wikiTable(raws: readonly string[], index: number): OtherTable | null {
  const end = indexOfEnd(raws, index, (raw) => /^\s{0,8}\|\}/.test(raw));
  if (end < 0) return null;
  const rows: Cell[][] = [[]];
  for (let line = index + 1; line < end; line += 1) {
    const raw = (raws[line] ?? "").trim();
    const row = rows.at(-1) ?? [];
    if (raw.startsWith("|-")) rows.push([]);
    else if (raw.startsWith("|+")) continue;
    else if (/^[|!]/.test(raw)) {
      const cells = raw.slice(1).split(raw.startsWith("!") ? /!!|\|\|/ : "||");
      row.push(...cells.map((text) => ({ text: withoutAttributes(text), line: line + 1 })));
    } else if (raw !== "" && row.at(-1))
      row[row.length - 1] = { ...(row.at(-1) as Cell), text: `${row.at(-1)?.text} ${raw}` };
  }
  return { rows: rows.filter((row) => row.length > 0), end };
}

const withoutAttributes = (cell: string): string =>
  cell.replace(/^\s*[a-z]{2,12}\s?=\s?["'][^"'|]{0,200}["'][^|]{0,200}\|(?!\|)/i, "");

/** The first line or the lines above the first blank one tell how many columns there are. */
function asciidocTable(raws: readonly string[], index: number): OtherTable | null {
  const end = indexOfEnd(raws, index, (raw) => ASCIIDOC.test(raw));
  if (end < 0) return null;
  const cells: Cell[] = [];
  let columns = 0;
  for (let line = index + 1; line < end; line += 1) {
    const raw = (raws[line] ?? "").trim();
    if (raw === "" && columns === 0) columns = cells.length;
    const pieces = raw.split(/(?:^|\s)[\d.+*]{0,5}[<^>aehlms]?\|/);
    const last = cells.at(-1);
    if (pieces[0] && last) last.text = `${last.text} ${pieces[0]}`;
    cells.push(...pieces.slice(1).map((text) => ({ text, line: line + 1 })));
    if (columns === 0 && pieces.length > 2) columns = pieces.length - 1;
  }
  if (columns < 2) return null;
  const rows = Array.from({ length: Math.ceil(cells.length / columns) }, (_, at) =>
    cells.slice(at * columns, (at + 1) * columns),
  );
  return { rows, end };
}

/** Rows between lines of `+-----+`, each cell over as many lines as it needs. */
function gridTable(raws: readonly string[], index: number): OtherTable {
  const rows: Cell[][] = [];
  let line = index;
  for (; line < Math.min(raws.length, index + MOST_LINES); line += 1) {
    const raw = raws[line] ?? "";
    if (GRID.test(raw)) {
      rows.push([]);
      continue;
    }
    if (!/^\s{0,8}\|.*\|\s*$/.test(raw)) break;
    const row = rows.at(-1) ?? [];
    for (const [at, text] of raw.trim().slice(1, -1).split("|").entries()) {
      const above = row[at];
      if (above) above.text = `${above.text} ${text.trim()}`.trim();
      else row.push({ text: text.trim(), line: line + 1 });
    }
  }
  return { rows: rows.filter((row) => row.length > 0), end: line - 1 };
}

/** `* - 14:05` starts a row, `- words` is its next cell. */
function listedTable(raws: readonly string[], index: number): OtherTable | null {
  const base = LISTED.exec(raws[index] ?? "")?.[1]?.length ?? 0;
  const rows: Cell[][] = [];
  let end = index;
  for (let line = index + 1; line < Math.min(raws.length, index + MOST_LINES); line += 1) {
    const raw = raws[line] ?? "";
    if (raw.trim() === "") continue;
    if (raw.length - raw.trimStart().length <= base) break;
    end = line;
    const [, star, text] = /^\s{0,40}(\*\s{1,4})?-\s(.*)$/.exec(raw) ?? [];
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (star !== undefined) rows.push([{ text: text ?? "", line: line + 1 }]);
    else if (text !== undefined && row) row.push({ text, line: line + 1 });
    else if (last) last.text = `${last.text} ${raw.trim()}`;
  }
  return { rows, end };
}
