import { type CsvLayout, HEAD_LENGTH, readLayout } from "./csv-layout.ts";
import { type CsvRow, readRows } from "./csv-rows.ts";

export interface CsvSample {
  layout: CsvLayout;
  rows: CsvRow[];
}

/** The first rows of a table; null for a text without columns. A last row that is cut is left out. */
export function readCsvSample(text: string): CsvSample | null {
  const body = text.slice(0, HEAD_LENGTH);
  const whole = body.length < text.length ? body.slice(0, body.lastIndexOf("\n") + 1) : body;
  const head = (whole || body).replace(/^\uFEFF/, "");
  const layout = readLayout(head);
  if (!layout) return null;
  return { layout, rows: [...readRows([head], layout)].flatMap((part) => part.rows) };
}
