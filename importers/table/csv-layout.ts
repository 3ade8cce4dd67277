import Papa from "papaparse";

/** The layout of a table, from its start. */
export interface CsvLayout {
  delimiter: string;
  newline: "\n" | "\r" | "\r\n";
  /** Unique names. "Column 1" and so on if the file has no header. */
  headers: string[];
  headed: boolean;
}

const DELIMITERS = [",", ";", "\t", "|"];
const NEWLINES = ["\r\n", "\n", "\r"] as const;
const SNIFF_ROWS = 40;
export const HEAD_LENGTH = 100_000;

/** Returns the layout of a table that starts with `head`, or null for a text without columns. */
export function readLayout(head: string): CsvLayout | null {
  const sniffed = sniffDelimiter(head);
  if (sniffed === null) return null;
  const { data, meta } = Papa.parse<string[]>(head, {
    delimiter: sniffed,
    preview: SNIFF_ROWS,
    skipEmptyLines: "greedy",
  });
  const [first, ...below] = data;
  if (!first) return null;
  const headed = looksLikeHeader(first, below);
  const width = data.reduce((most, row) => Math.max(most, row.length), 0);
  // The export of the Windows event log names all columns up to the category, but not the text after it.
  const isOneMore =
    headed && /category$/i.test(first.at(-1) ?? "") && below.every((row) => row.length === first.length + 1);
  const names = headed
    ? [...first, ...(isOneMore ? [""] : [])]
    : Array.from({ length: width }, (_, index) => `Column ${index + 1}`);
  return {
    delimiter: sniffed,
    newline: NEWLINES.find((newline) => newline === meta.linebreak) ?? "\n",
    headers: uniqueNames(names),
    headed,
  };
}

/** Returns the delimiter that gives at least two columns and the same number in nearly all of the first rows. */
function sniffDelimiter(head: string): string | null {
  let best: { delimiter: string; score: number } | null = null;
  for (const delimiter of DELIMITERS) {
    const preview = Papa.parse<string[]>(head, { delimiter, preview: SNIFF_ROWS, skipEmptyLines: "greedy" });
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

/**
 * Returns whether the first row consists of short, different words without numbers or times, above rows that contain
 * some.
 */
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
