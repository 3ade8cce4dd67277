import type { FileStory } from "#lib/contract/timeline-file.ts";
import type { Ctx } from "#server/base/kernel/context.ts";

export interface NumberedImports {
  imports: FileStory["imports"];
  /** Null for events without an import. */
  importNumberOf(importId: string | null): number | null;
}

const AFTERWORD = "afterword";

/**
 * Numbers the imports of events in order of appearance. An Afterword file isn't an import of its own: its events
 * without an import have none, unless its clock was set since.
 */
export async function numberImports(
  ctx: Ctx,
  incidentId: string,
  events: readonly { importId: string | null }[],
): Promise<NumberedImports> {
  const rows = await ctx.db.import.findMany({
    where: { incidentId },
    select: {
      id: true,
      filename: true,
      format: true,
      label: true,
      zone: true,
      partOfId: true,
      clocks: { select: { id: true } },
    },
  });
  const known = new Map(rows.map((row) => [row.id, row]));
  const numbers = new Map<string, number>();
  const imports: FileStory["imports"] = [];
  for (const { importId } of events) {
    const row = importId === null || numbers.has(importId) ? undefined : known.get(importId);
    if (!row || (row.format === AFTERWORD && row.partOfId === null && row.clocks.length === 0)) continue;
    const number = imports.length + 1;
    numbers.set(row.id, number);
    imports.push({ number, filename: row.filename, format: row.format, label: row.label, zone: row.zone });
  }
  return { imports, importNumberOf: (importId) => (importId === null ? null : (numbers.get(importId) ?? null)) };
}
