import type { ImportRecord } from "#lib/contract/import.ts";
import type { Ctx } from "#server/kernel/context.ts";
import { findIncident } from "#server/timeline/index.ts";
import { IMPORT_SELECT, unansweredOf } from "./load.ts";
import { presentImport } from "./present.ts";

/** Imports of an incident, newest first. */
export async function listImports(ctx: Ctx, input: { key: string }): Promise<{ items: ImportRecord[] }> {
  const incident = await findIncident(ctx, input.key);
  const rows = await ctx.db.import.findMany({
    where: { incidentId: incident.id },
    select: IMPORT_SELECT,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  const waiting = await unansweredOf(
    ctx,
    rows.map((row) => row.id),
  );
  return { items: rows.map((row) => presentImport({ ...row, unanswered: waiting.get(row.id) ?? 0 })) };
}
