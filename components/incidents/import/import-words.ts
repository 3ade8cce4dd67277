import type { ImportRecord, Preview } from "#lib/contract/import.ts";

type Counted = Pick<ImportRecord, "created" | "known" | "rejected" | "leftOut">;

/** "6 new, 2 known, 1 rejected": the result of an import, without zeros. Ambiguous ones count as new. */
export function countsWords({ created, known, rejected, leftOut }: Counted): string {
  const parts = [
    created > 0 ? `${created} new` : "",
    known > 0 ? `${known} known` : "",
    rejected > 0 ? `${rejected} rejected` : "",
    leftOut > 0 ? `${leftOut} left out` : "",
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(", ") : "nothing new";
}

/** Returns whether an import can be undone or restored: one that created events, here or in other incidents. */
export const canUndo = ({
  created,
  splits,
  undoneAt,
}: Pick<ImportRecord, "created" | "splits" | "undoneAt">): boolean => undoneAt !== null || created + splits.length > 0;

/** Returns how many events undoing an import removes, including those in other incidents. */
export const undoneEvents = ({ created, splits }: Pick<ImportRecord, "created" | "splits">): number =>
  splits.reduce((sum, { events }) => sum + events, created);

/** Returns the words of the button that undoes or restores an import. */
export const undoWords = ({ undoneAt }: Pick<ImportRecord, "undoneAt">): string =>
  undoneAt === null ? "Undo import" : "Restore import";

/** Returns how many rows a source has, so every one is accounted for. */
export const rowsOf = ({ counts, newIncidents }: Pick<Preview, "counts" | "newIncidents">) =>
  counts.created + counts.known + counts.rejected + counts.context + counts.leftOut + apartOf({ newIncidents });

/** Returns how many rows of a source go into new incidents. */
export const apartOf = ({ newIncidents }: Pick<Preview, "newIncidents">) =>
  newIncidents.reduce((sum, { events }) => sum + events, 0);

/** "certain", "likely, 82%", "a guess, 30%". */
export function certaintyWords(certainty: number): string {
  const percent = Math.round(certainty * 100);
  if (percent >= 95) return "certain";
  return percent >= 60 ? `likely, ${percent}%` : `a guess, ${percent}%`;
}
