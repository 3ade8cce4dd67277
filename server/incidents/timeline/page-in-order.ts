import type { Prisma } from "#generated/prisma/client.ts";
import { orderEvents } from "#lib/incidents/timeline/order.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { Page, PageRequest } from "./page-by-time.ts";
import { EVENT_SELECT } from "./select.ts";

const PLACE_SELECT = { id: true, at: true, orderHint: true, sourceType: true } satisfies Prisma.TimelineEventSelect;
type PlaceRow = Prisma.TimelineEventGetPayload<{ select: typeof PLACE_SELECT }>;

const placed = ({ id, at, orderHint, sourceType }: PlaceRow) => ({
  id,
  at: at?.toISOString() ?? null,
  orderHint,
  source: sourceType,
});

/** A page of any timeline. Untimed events stand where their source puts them, so that order is made here, not in SQL. */
export async function pageInOrder(ctx: Ctx, { where, after, limit }: PageRequest): Promise<Page> {
  const light = await ctx.db.timelineEvent.findMany({ where, select: PLACE_SELECT });
  const ordered = orderEvents(light.map(placed));
  const start = after ? placeBehind(ordered, placed(after)) : 0;
  const ids = ordered.slice(start, start + limit).map((event) => event.id);
  const found = await ctx.db.timelineEvent.findMany({ where: { id: { in: ids } }, select: EVENT_SELECT });
  const byId = new Map(found.map((row) => [row.id, row]));
  return {
    rows: ids.flatMap((id) => byId.get(id) ?? []),
    hasMore: start + limit < ordered.length,
    total: ordered.length,
  };
}

type Placed = ReturnType<typeof placed>;

/** Where the page behind an event begins, also when that one was hidden, moved or taken out meanwhile. */
function placeBehind(ordered: readonly Placed[], after: Placed): number {
  const place = ordered.findIndex((event) => event.id === after.id);
  return place >= 0 ? place + 1 : orderEvents([...ordered, after]).findIndex((event) => event.id === after.id);
}
