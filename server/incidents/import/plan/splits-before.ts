import type { Ctx } from "#server/base/kernel/context.ts";
import { incidentKeyOf } from "#server/base/kernel/keys.ts";

/** Returns keys of the incidents that parts of a source became in an earlier import into this incident, by part. */
export async function splitsBefore(
  ctx: Ctx,
  source: { incidentId: string; contentHash: string },
): Promise<ReadonlyMap<string, string>> {
  const rows = await ctx.db.import.findMany({
    where: { undoneAt: null, splitFrom: source },
    select: { splitKey: true, incident: { select: { number: true } } },
  });
  return new Map(rows.map(({ splitKey, incident }) => [splitKey ?? "", incidentKeyOf(incident.number)]));
}
