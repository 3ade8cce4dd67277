import type { ImportRecord } from "#lib/contract/import.ts";

type Counted = Pick<ImportRecord, "created" | "known" | "ambiguous" | "rejected" | "context">;

/** "6 new, 2 known, 1 rejected": what an import did, without what is zero; ambiguous ones are among the new. */
export function countsWords({ created, known, rejected }: Counted): string {
  const parts = [
    created > 0 ? `${created} new` : "",
    known > 0 ? `${known} known` : "",
    rejected > 0 ? `${rejected} rejected` : "",
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(", ") : "nothing new";
}

/** How many rows a source has in all, so that every one has a place. */
export const rowsOf = ({ created, known, rejected, context }: Counted) => created + known + rejected + context;

/** "certain", "likely, 82%", "a guess, 30%". */
export function certaintyWords(certainty: number): string {
  const percent = Math.round(certainty * 100);
  if (percent >= 95) return "certain";
  return percent >= 60 ? `likely, ${percent}%` : `a guess, ${percent}%`;
}
