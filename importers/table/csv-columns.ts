import type { SourceText } from "#importers/base/importer.ts";
import type { ColumnMapping, ColumnRole } from "#lib/incidents/timeline/column-roles.ts";
import { readCsvSample } from "./csv-sample.ts";

export interface CsvColumn {
  header: string;
  /** First values that are not empty. */
  samples: string[];
  role: ColumnRole;
}

const SAMPLES = 2;

/** The columns of a table with what each becomes: as the person said, else as guessed. Null for a text without columns. */
export function csvColumns(source: SourceText, mapping?: ColumnMapping): CsvColumn[] | null {
  const table = readCsvSample(source);
  if (!table) return null;
  const { layout, rows, guessed } = table;
  const roles = mapping ?? guessed;
  return layout.headers.map((header, index) => ({
    header,
    samples: rows.flatMap((cells) => (cells[index]?.trim() ? [cells[index].slice(0, 120)] : [])).slice(0, SAMPLES),
    role: roles[header] ?? "nothing",
  }));
}
