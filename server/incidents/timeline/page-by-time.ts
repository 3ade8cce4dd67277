import type { Prisma } from "#generated/prisma/client.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { EVENT_SELECT, type EventRecord } from "./select.ts";

export interface Page {
  rows: EventRecord[];
  hasMore: boolean;
  total: number;
}

export interface PageRequest {
  where: Prisma.TimelineEventWhereInput;
  /** The event that the page stands behind, as it is now, shown or not; null for the first page. */
  after: Pick<EventRecord, "id" | "at" | "orderHint" | "sourceType"> | null;
  limit: number;
}

/** A page of a timeline in which every event has a time: PostgreSQL orders it, and reads no more than the page. */
export async function pageByTime(ctx: Ctx, { where, after, limit }: PageRequest): Promise<Page> {
  const rows = await ctx.db.timelineEvent.findMany({
    where: { AND: [where, after ? behind(after) : {}] },
    orderBy: [{ at: "asc" }, { orderHint: "asc" }, { sourceType: "asc" }, { id: "asc" }],
    take: limit + 1,
    select: EVENT_SELECT,
  });
  const total = await ctx.db.timelineEvent.count({ where });
  return { rows: rows.slice(0, limit), hasMore: rows.length > limit, total };
}

function behind({ at, orderHint, sourceType, id }: NonNullable<PageRequest["after"]>): Prisma.TimelineEventWhereInput {
  if (at === null) return {};
  return {
    at: { gte: at },
    OR: [
      { at: { gt: at } },
      { orderHint: { gt: orderHint } },
      { orderHint, sourceType: { gt: sourceType } },
      { orderHint, sourceType, id: { gt: id } },
    ],
  };
}
