import { orderEvents } from "#lib/incidents/timeline/story/order.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import { EVENT_SELECT, type EventRecord } from "#server/incidents/timeline/index.ts";

const PAGE = 500;

/** Returns every event of an incident that wasn't removed, in reading order. */
export async function readEvents(ctx: Ctx, incidentId: string): Promise<EventRecord[]> {
  const rows: EventRecord[] = [];
  let after = "00000000-0000-0000-0000-000000000000";
  // In pages, so other requests get a turn between them.
  for (let isMore = true; isMore; ) {
    const page = await ctx.db.timelineEvent.findMany({
      where: { incidentId, removedAt: null, id: { gt: after } },
      select: EVENT_SELECT,
      orderBy: { id: "asc" },
      take: PAGE,
    });
    for (const row of page) rows.push(row);
    after = page.at(-1)?.id ?? after;
    isMore = page.length === PAGE;
  }
  const placed = rows.map((row) => ({
    row,
    id: row.id,
    at: toInstantOrNull(row.at),
    orderHint: row.orderHint,
    source: row.sourceType,
  }));
  return orderEvents(placed).map(({ row }) => row);
}
