import Papa from "papaparse";

export interface CsvRow {
  /** Row of the file as spreadsheets count, the header row included. */
  row: number;
  cells: string[];
}

export interface CsvTable {
  delimiter: string;
  /** Unique names; "Column 1" and so on when the file has no header. */
  headers: string[];
  headed: boolean;
  rows: CsvRow[];
  /** Rows with a quote that never closes. */
  broken: { row: number; text: string }[];
}

const DELIMITERS = [",", ";", "\t", "|"];
const SNIFF_ROWS = 40;
const SNIFF_LENGTH = 100_000;
const BROKEN_LIMIT = 20;

/** Splits a text into rows and cells: delimiter and header are found out, a broken quote costs its own row only. */
export function readCsvTable(text: string): CsvTable | null {
  const body = text.replace(/^\uFEFF/, "");
  const delimiter = sniffDelimiter(body);
  if (delimiter === null) return null;
  const { rows, broken } = readRows(body, delimiter);
  const first = rows[0];
  if (!first) return null;
  const headed = looksLikeHeader(
    first.cells,
    rows.slice(1, SNIFF_ROWS).map((row) => row.cells),
  );
  const width = rows.slice(0, SNIFF_ROWS).reduce((most, row) => Math.max(most, row.cells.length), 0);
  const names = headed ? first.cells : Array.from({ length: width }, (_, index) => `Column ${index + 1}`);
  return { delimiter, headers: uniqueNames(names), headed, rows: headed ? rows.slice(1) : rows, broken };
}

/** The delimiter that gives at least two columns and the same number in nearly all of the first rows. */
function sniffDelimiter(text: string): string | null {
  let best: { delimiter: string; score: number } | null = null;
  for (const delimiter of DELIMITERS) {
    const preview = Papa.parse<string[]>(text.slice(0, SNIFF_LENGTH), {
      delimiter,
      preview: SNIFF_ROWS,
      skipEmptyLines: "greedy",
    });
    const widths = preview.data.map((row) => row.length);
    const width = mode(widths);
    if (width < 2) continue;
    const score = (widths.filter((one) => one === width).length / widths.length) * (1 + Math.min(width, 10) / 100);
    if (!best || score > best.score) best = { delimiter, score };
  }
  return best?.delimiter ?? null;
}

function mode(values: number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

function readRows(text: string, delimiter: string): { rows: CsvRow[]; broken: CsvTable["broken"] } {
  const rows: CsvRow[] = [];
  const broken: CsvTable["broken"] = [];
  let rest = text;
  let row = 1;
  while (rest !== "") {
    const quoteChar = broken.length < BROKEN_LIMIT ? '"' : "\u0000";
    const { data, errors } = Papa.parse<string[]>(rest, { delimiter, quoteChar });
    const unclosed = errors.find((error) => error.code === "MissingQuotes");
    const good = unclosed ? data.slice(0, -1) : data;
    for (const cells of good) {
      if (cells.some((cell) => cell.trim() !== "")) rows.push({ row, cells });
      row += 1;
    }
    if (!unclosed) break;
    // The open quote swallowed all that follows: give up its line and read on behind it.
    const start = skipRows(rest, delimiter, good.length);
    const end = rest.indexOf("\n", start);
    broken.push({ row, text: rest.slice(start, end < 0 ? undefined : end).trim() });
    row += 1;
    rest = end < 0 ? "" : rest.slice(end + 1);
  }
  return { rows, broken };
}

/** Where the row after `count` good rows begins. */
function skipRows(text: string, delimiter: string, count: number): number {
  if (count === 0) return 0;
  const parsed = Papa.parse<string[]>(text, { delimiter, preview: count });
  return parsed.meta.cursor;
}

/** A first row of short, different words without numbers or times, above rows that hold some. */
function looksLikeHeader(first: string[], below: string[][]): boolean {
  const names = first.map((cell) => cell.trim());
  const filled = names.filter((name) => name !== "");
  if (filled.length < Math.max(1, names.length / 2) || filled.some((name) => name.length > 80)) return false;
  if (filled.some((name) => /^[-+]?\d[\d.,:/\s-]*$|\d:\d{2}|\d{4}-\d{2}-\d{2}/.test(name))) return false;
  if (below.length === 0) return true;
  return (
    names.some((_, index) => below.some((row) => /\d/.test(row[index] ?? ""))) &&
    new Set(filled).size > filled.length / 2
  );
}

function uniqueNames(names: string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((raw, index) => {
    const name = raw.trim() || `Column ${index + 1}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}
