import type { ColumnMapping, ColumnRole } from "#lib/timeline/column-roles.ts";
import { guessMapping } from "./text/csv-mapping.ts";
import { readCsvSample } from "./text/csv-sample.ts";

export interface CsvColumn {
  header: string;
  /** First values that are not empty. */
  samples: string[];
  role: ColumnRole;
}

const ROWS_READ = 200;
const SAMPLES = 2;

/** The columns of a table with what each becomes: as the person said, else as guessed. Null for a text without columns. */
export function csvColumns(text: string, mapping?: ColumnMapping): CsvColumn[] | null {
  const table = readCsvSample(text);
  if (!table) return null;
  const { headers } = table.layout;
  const rows = table.rows.slice(0, ROWS_READ).map((row) => row.cells);
  const roles = mapping ?? guessMapping(headers, rows);
  return headers.map((header, index) => ({
    header,
    samples: rows.flatMap((cells) => (cells[index]?.trim() ? [cells[index].slice(0, 120)] : [])).slice(0, SAMPLES),
    role: roles[header] ?? "nothing",
  }));
}
