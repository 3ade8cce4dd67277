import type { Ctx } from "#server/base/kernel/context.ts";
import { incidentKeyOf } from "#server/base/kernel/keys.ts";
import { incidentVisibleTo } from "#server/incidents/incident/index.ts";

/** Keys of those incidents that the reader may see, by id. */
export async function visibleIncidents(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => !id.startsWith("trial "));
  const rows = await ctx.db.incident.findMany({
    where: { AND: [{ id: { in: wanted } }, incidentVisibleTo(ctx.actor)] },
    select: { id: true, number: true },
  });
  return new Map(rows.map(({ id, number }) => [id, incidentKeyOf(number)]));
}
