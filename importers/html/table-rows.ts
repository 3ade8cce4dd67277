import type { OutLine } from "./frame.ts";

export interface Cell {
  lines: OutLine[];
  isHead: boolean;
  colspan: number;
  rowspan: number;
}

export interface TableRow {
  line: number;
  cells: Cell[];
}

const MOST_COLUMNS = 60;
const LONG_CELL = 12;
const LONG_SPAN = 300;

/** Returns whether a table only lays out a page: it contains other tables, one column, or whole chapters in a cell. */
export function isLayout(rows: readonly TableRow[], hasInner: boolean): boolean {
  const columns = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const isLong = ({ lines }: Cell) => lines.length > LONG_CELL || lines.some(({ text }) => text.startsWith("#"));
  return hasInner || columns <= 1 || rows.some(({ cells }) => cells.some(isLong));
}

/**
 * Returns the rows of a Markdown table. A cell over several rows is repeated in each, so a day applies to all its
 * times.
 */
export function tableLines(rows: readonly TableRow[]): OutLine[] {
  const out: OutLine[] = [];
  const spans = new Map<number, { text: string; left: number }>();
  rows.forEach(({ line, cells }, index) => {
    const texts = rowTexts(cells, spans);
    if (texts.length === 0) return;
    out.push({ text: `| ${texts.join(" | ")} |`, line });
    const isHead = index === 0 && cells.every((cell) => cell.isHead);
    if (isHead) out.push({ text: `|${" --- |".repeat(texts.length)}`, line });
  });
  return out;
}

function rowTexts(cells: readonly Cell[], spans: Map<number, { text: string; left: number }>): string[] {
  const texts: string[] = [];
  const takeSpans = () => {
    for (let span = spans.get(texts.length); span && span.left > 0; span = spans.get(texts.length)) {
      span.left -= 1;
      texts.push(span.text);
    }
  };
  for (const cell of cells) {
    takeSpans();
    const text = cell.lines
      .map((line) => line.text.trim())
      .filter((one) => one !== "")
      .join(" ")
      .replaceAll("|", "\\|");
    if (cell.rowspan > 1) spans.set(texts.length, { text: text.slice(0, LONG_SPAN), left: cell.rowspan - 1 });
    texts.push(text);
    for (let more = 1; more < cell.colspan && texts.length < MOST_COLUMNS; more += 1) texts.push("");
    if (texts.length >= MOST_COLUMNS) break;
  }
  takeSpans();
  return texts;
}
