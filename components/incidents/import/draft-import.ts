import type { Preview } from "#lib/contract/import.ts";
import type { ColumnMapping, ColumnRole } from "#lib/incidents/timeline/column-roles.ts";
import { rowsOf } from "./import-words.ts";
import type { SourceFile } from "./source-file.ts";

/** What a person answered about a file. */
export interface FileAnswers {
  format?: string;
  zone?: string;
  date?: string;
  mapping?: ColumnMapping;
}

/** A file with the answers about it, and what the server read in it. */
export interface DraftImport {
  file: SourceFile;
  answers: FileAnswers;
  preview: Preview | null;
  /** Why it could not be read; null while it can. */
  problem: string | null;
}

/** What importing all of them would do: counts over all files that were read. */
export function totalsOf(drafts: readonly DraftImport[]) {
  const totals = { rows: 0, fresh: 0, known: 0, ambiguous: 0, rejected: 0, context: 0, created: 0, untimed: 0 };
  for (const { preview } of drafts) {
    if (!preview) continue;
    const { counts } = preview;
    totals.rows += rowsOf(counts);
    totals.created += counts.created;
    totals.ambiguous += counts.ambiguous;
    totals.fresh += counts.created - counts.ambiguous;
    totals.known += counts.known;
    totals.rejected += counts.rejected;
    totals.context += counts.context;
    totals.untimed += preview.rows.filter((row) => row.state !== "known" && row.at === null).length;
  }
  return totals;
}

/** The mapping with one column changed; the others stay as they were shown. */
export function mapColumn(preview: Preview, header: string, role: ColumnRole): ColumnMapping {
  const columns = (preview.columns ?? []).map((column) => [column.header, column.role] as const);
  return Object.fromEntries([...columns, [header, role]]);
}
