import { orderEvents } from "#lib/incidents/timeline/order.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import { EVENT_SELECT, type EventRecord } from "#server/incidents/timeline/index.ts";

/** Every event of an incident that was not taken out, in reading order. */
export async function readEvents(ctx: Ctx, incidentId: string): Promise<EventRecord[]> {
  const rows = await ctx.db.timelineEvent.findMany({
    where: { incidentId, removedAt: null },
    select: EVENT_SELECT,
  });
  const placed = rows.map((row) => ({
    row,
    id: row.id,
    at: toInstantOrNull(row.at),
    orderHint: row.orderHint,
    source: row.sourceType,
  }));
  return orderEvents(placed).map(({ row }) => row);
}
