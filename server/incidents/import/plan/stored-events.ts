import type { Ctx } from "#server/base/kernel/context.ts";
import type { KnownEvent } from "./plan.ts";

/** Returns events of this incident and source with one of the identities. */
export async function storedEvents(
  ctx: Ctx,
  incidentId: string,
  sourceType: string,
  identities: readonly string[],
): Promise<Map<string, KnownEvent>> {
  // One list is one parameter. A query with thousands of parameters takes longer to prepare than to run.
  const rows = await ctx.db.$queryRaw<KnownEvent[]>`
    SELECT e.id, e.identity, e.number, e.end_at AS "endAt",
           coalesce(jsonb_typeof(e.ambiguity), 'null') <> 'null' AS waits,
           coalesce(e.removed_at = i.undone_at, false) AS undone
      FROM timeline_event e LEFT JOIN import i ON i.id = e.import_id
     WHERE e.incident_id = ${incidentId}::uuid AND e.source_type = ${sourceType}
       AND e.identity = ANY(${[...new Set(identities)]}::text[])`;
  return new Map(rows.map((row) => [row.identity, row]));
}
