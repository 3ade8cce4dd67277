import type { Preview, PreviewRow } from "#lib/contract/import.ts";
import { placeWords } from "#lib/incidents/timeline/place-words.ts";
import type { DraftImport } from "./draft-import.ts";

export const ROW_STATES = ["ambiguous", "new", "known", "rejected"] as const;
export type RowState = (typeof ROW_STATES)[number];

/** A row of any file, as the preview lists it. `row` is null for one that was rejected. */
export interface ListedRow {
  key: string;
  state: RowState;
  letter: string;
  label: string;
  place: string;
  text: string;
  note: string | null;
  row: PreviewRow | null;
}

function rowsOfFile(fileId: string, preview: Preview): ListedRow[] {
  const shared = { letter: preview.letter, label: preview.label };
  const rows = preview.rows.map((row, at) => ({
    ...shared,
    key: `${fileId} ${at}`,
    state: row.state,
    place: placeWords(preview.format, row.line),
    text: row.title,
    note: row.note,
    row,
  }));
  const rejects = preview.rejects.map((reject, at) => ({
    ...shared,
    key: `${fileId} reject ${at}`,
    state: "rejected" as const,
    place: placeWords(preview.format, reject.line),
    text: reject.text,
    note: reject.reason,
    row: null,
  }));
  return [...rows, ...rejects];
}

/** Rows of all files by state; what needs a person comes first. */
export function groupRows(drafts: readonly DraftImport[]): { state: RowState; rows: ListedRow[] }[] {
  const all = drafts.flatMap(({ file, preview, problem }) => (preview && !problem ? rowsOfFile(file.id, preview) : []));
  return ROW_STATES.map((state) => ({ state, rows: all.filter((row) => row.state === state) }));
}
