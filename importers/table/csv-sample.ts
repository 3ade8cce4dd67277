import type { SourceText } from "#importers/base/importer.ts";
import { onceASource } from "#importers/kit/once-a-source.ts";
import type { ColumnMapping } from "#lib/incidents/import/column-roles.ts";
import { type CsvLayout, HEAD_LENGTH, readLayout } from "./csv-layout.ts";
import { guessMapping } from "./csv-mapping.ts";
import { readRows } from "./csv-rows.ts";

export interface CsvSample {
  layout: CsvLayout;
  /** Cells of the first rows. */
  rows: string[][];
  /** The default role of each column. */
  guessed: ColumnMapping;
}

const SAMPLE_ROWS = 200;
const sampleOnce = onceASource(({ text }) => ({ sample: sampleOf(text) }));

/** Returns the first rows of a table, or null for a text without columns. */
export const readCsvSample = (source: SourceText): CsvSample | null => sampleOnce(source).sample;

function sampleOf(text: string): CsvSample | null {
  const body = text.slice(0, HEAD_LENGTH);
  // A cut last row is left out.
  const whole = body.length < text.length ? body.slice(0, body.lastIndexOf("\n") + 1) : body;
  const head = (whole || body).replace(/^\uFEFF/, "");
  const layout = readLayout(head);
  if (!layout) return null;
  const first = [...readRows([head], layout)].flatMap((part) => part.rows).slice(0, SAMPLE_ROWS);
  const rows = first.map(({ cells }) => cells);
  return { layout, rows, guessed: guessMapping(layout.headers, rows) };
}
