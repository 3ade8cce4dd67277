import type { ColumnMapping, ColumnRole } from "#lib/timeline/column-roles.ts";
import { guessMapping } from "./text/csv-mapping.ts";
import { readCsvTable } from "./text/csv-table.ts";

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
  const table = readCsvTable(text);
  if (!table) return null;
  const rows = table.rows.slice(0, ROWS_READ).map((row) => row.cells);
  const roles = mapping ?? guessMapping(table.headers, rows);
  return table.headers.map((header, index) => ({
    header,
    samples: rows.flatMap((cells) => (cells[index]?.trim() ? [cells[index].slice(0, 120)] : [])).slice(0, SAMPLES),
    role: roles[header] ?? "nothing",
  }));
}
