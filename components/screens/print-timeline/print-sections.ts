import type { SpineRow } from "#components/incidents/timeline/story/spine-rows.ts";

type Phase = Extract<SpineRow, { type: "phase" }>;
export type PrintedRow = Exclude<SpineRow, { type: "phase" | "seen" | "found" }>;

export interface PrintSection {
  /** The phase that is its heading on each sheet. Null before the first one. */
  phase: Phase | null;
  rows: PrintedRow[];
}

/** Groups the rows of a spine by phase, each with its own heading. A phase without rows is left out. */
export function printSections(rows: readonly SpineRow[]): PrintSection[] {
  const sections: PrintSection[] = [{ phase: null, rows: [] }];
  for (const row of rows) {
    if (row.type === "phase") sections.push({ phase: row, rows: [] });
    else if (row.type !== "seen" && row.type !== "found") sections.at(-1)?.rows.push(row);
  }
  return sections.filter((section) => section.rows.length > 0);
}
