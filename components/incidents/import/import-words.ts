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
