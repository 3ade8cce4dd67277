import Papa from "papaparse";
import type { CsvLayout } from "./csv-layout.ts";

export interface CsvRow {
  /** Row number as in spreadsheets, with the header as row 1. */
  row: number;
  cells: string[];
}

export interface CsvPart {
  rows: CsvRow[];
  /** Rows with a quote that is never closed. */
  broken: { row: number; text: string }[];
}

/** A longer row has an unclosed quote, or isn't a row. */
const LONGEST_ROW = 1_000_000;
const BROKEN_LIMIT = 20;
const NO_QUOTE = "\u0000";

/** Divides a text into the rows below its header, piece by piece. A broken quote affects only its own line. */
export function* readRows(pieces: Iterable<string>, layout: CsvLayout): Generator<CsvPart> {
  const splitter = new Splitter(layout);
  let rest = "";
  for (const piece of pieces) {
    const part: CsvPart = { rows: [], broken: [] };
    rest = splitter.take(rest + piece, false, part);
    yield part;
  }
  const last: CsvPart = { rows: [], broken: [] };
  splitter.take(rest, true, last);
  yield last;
}

class Splitter {
  readonly #layout: CsvLayout;
  #row = 1;
  #brokenCount = 0;
  #skipped: number;

  constructor(layout: CsvLayout) {
    this.#layout = layout;
    this.#skipped = layout.above.length + (layout.headed ? 1 : 0);
  }

  /** Moves the complete rows of a text into the part and returns the rest. */
  take(text: string, isLast: boolean, part: CsvPart): string {
    let rest = text;
    while (rest !== "") {
      const { data, meta } = this.#split(rest, true);
      for (const cells of data) this.#add(cells, part);
      rest = rest.slice(meta.cursor);
      if (!isLast && rest.length < LONGEST_ROW) return rest;
      const next = this.#takeOne(rest, part);
      rest = next;
    }
    return "";
  }

  /** Returns the first row of a text if it is the last one or too long. */
  #takeOne(text: string, part: CsvPart): string {
    const row = text.length > LONGEST_ROW ? text.slice(0, LONGEST_ROW) : text;
    const { data, errors } = this.#split(row, false);
    if (errors.some(({ code }) => code === "MissingQuotes")) {
      const end = row.indexOf("\n");
      part.broken.push({ row: this.#row, text: (end < 0 ? row : row.slice(0, end)).trim() });
      this.#row += 1;
      this.#brokenCount += 1;
      return end < 0 ? text.slice(row.length) : text.slice(end + 1);
    }
    for (const cells of data) this.#add(cells, part);
    return text.slice(row.length);
  }

  #split(text: string, ignoresLastRow: boolean): Papa.ParseResult<string[]> {
    const { delimiter, newline } = this.#layout;
    const quoteChar = this.#brokenCount < BROKEN_LIMIT ? '"' : NO_QUOTE;
    const parser = new Papa.Parser({ delimiter, newline, quoteChar });
    return parser.parse(text, 0, ignoresLastRow) as Papa.ParseResult<string[]>;
  }

  #add(cells: string[], part: CsvPart): void {
    const row = this.#row;
    this.#row += 1;
    if (!cells.some((cell) => cell.trim() !== "")) return;
    if (this.#skipped > 0) this.#skipped -= 1;
    else part.rows.push({ row, cells });
  }
}
