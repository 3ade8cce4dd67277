import { orderEvents } from "#lib/timeline/order.ts";
import type { Ctx } from "#server/kernel/context.ts";
import { toInstantOrNull } from "#server/kernel/dates.ts";
import { EVENT_SELECT, type EventRecord } from "#server/timeline/index.ts";

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
