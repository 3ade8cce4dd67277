import { Prisma } from "#generated/prisma/client.ts";
import { invalid } from "#lib/base/errors.ts";
import { EVENT_KINDS, shapeOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { TimelineEvent, timelineContract } from "#lib/contract/timeline.ts";
import { orderEvents } from "#lib/incidents/timeline/story/order.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { CURSORS, decodeCursor, encodeCursor } from "#server/base/kernel/cursor.ts";
import { findIds, inOrderOf } from "#server/base/kernel/find-ids.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { EVENT_SELECT, type EventRecord, findIncident, presentEvent } from "./event-row.ts";

interface Page {
  rows: EventRecord[];
  hasMore: boolean;
  total: number;
}

interface PageRequest {
  where: Prisma.TimelineEventWhereInput;
  /** The current last event of the page before, shown or not. Null for the first page. */
  after: Pick<EventRecord, "id" | "at" | "orderHint" | "sourceType"> | null;
  limit: number;
}

/**
 * Reads a page of a timeline in which every event has a time. PostgreSQL orders it, and reads no more than the page.
 */
async function pageByTime(ctx: Ctx, { where, after, limit }: PageRequest): Promise<Page> {
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

const PLACE_SELECT = { id: true, at: true, orderHint: true, sourceType: true } satisfies Prisma.TimelineEventSelect;
type PlaceRow = Prisma.TimelineEventGetPayload<{ select: typeof PLACE_SELECT }>;

const placed = ({ id, at, orderHint, sourceType }: PlaceRow) => ({
  id,
  at: at?.toISOString() ?? null,
  orderHint,
  source: sourceType,
});

/**
 * Reads a page of any timeline. Untimed events stay where their source puts them, so the order is computed here and not
 * in SQL.
 */
async function pageInOrder(ctx: Ctx, { where, after, limit }: PageRequest): Promise<Page> {
  const light = await ctx.db.timelineEvent.findMany({ where, select: PLACE_SELECT });
  const ordered = orderEvents(light.map(placed));
  const start = after ? placeBehind(ordered, placed(after)) : 0;
  const ids = ordered.slice(start, start + limit).map((event) => event.id);
  const found = await ctx.db.timelineEvent.findMany({ where: { id: { in: ids } }, select: EVENT_SELECT });
  return {
    rows: inOrderOf(ids, found),
    hasMore: start + limit < ordered.length,
    total: ordered.length,
  };
}

type Placed = ReturnType<typeof placed>;

/** Returns where the page after an event starts, even if that event was hidden, moved or removed in the meantime. */
function placeBehind(ordered: readonly Placed[], after: Placed): number {
  const place = ordered.findIndex((event) => event.id === after.id);
  return place >= 0 ? place + 1 : orderEvents([...ordered, after]).findIndex((event) => event.id === after.id);
}

type Input = InputOf<typeof timelineContract.list>;

/** More than an incident has, and fewer than a statement can name. */
const MOST_FOUND = 30_000;

const idsByWords = (ctx: Ctx, incidentId: string, q: string): Promise<string[]> =>
  findIds(ctx, {
    ...{ table: "timeline_event", q, where: [Prisma.sql`timeline_event.incident_id = ${incidentId}::uuid`] },
    ...{ orderBy: Prisma.sql`timeline_event.at, timeline_event.id`, limit: MOST_FOUND },
  });

async function whereOf(ctx: Ctx, incidentId: string, input: Input): Promise<Prisma.TimelineEventWhereInput> {
  const filters: Prisma.TimelineEventWhereInput[] = [{ incidentId, removedAt: null }];
  if (!input.includeHidden) filters.push({ hidden: false });
  if (input.pinned !== undefined) filters.push({ pinned: input.pinned });
  if (input.source) filters.push({ sourceType: { in: input.source } });
  const { shape } = input;
  if (shape) filters.push({ kind: { in: EVENT_KINDS.filter((kind) => shape.includes(shapeOfKind(kind))) } });
  if (input.q?.trim()) filters.push({ id: { in: await idsByWords(ctx, incidentId, input.q) } });
  return { AND: filters };
}

/** Returns events in story order, page by page. */
export async function listTimeline(
  ctx: Ctx,
  input: Input,
): Promise<{ items: TimelineEvent[]; nextCursor: string | null; total: number }> {
  const incident = await findIncident(ctx, input.key);
  const where = await whereOf(ctx, incident.id, input);
  const after = input.cursor ? await eventOfCursor(ctx, incident.id, input.cursor) : null;
  const untimed = { AND: [where, { at: null }] };
  const isTimed =
    after?.at !== null && !(await ctx.db.timelineEvent.findFirst({ where: untimed, select: { id: true } }));
  const page = await (isTimed ? pageByTime : pageInOrder)(ctx, { where, after, limit: input.limit });
  const last = page.rows.at(-1);
  return {
    items: page.rows.map(presentEvent),
    nextCursor: page.hasMore && last ? encodeCursor([last.id]) : null,
    total: page.total,
  };
}

async function eventOfCursor(ctx: Ctx, incidentId: string, cursor: string): Promise<EventRecord> {
  const [id] = decodeCursor(cursor, CURSORS.id);
  const event = await ctx.db.timelineEvent.findFirst({ where: { id, incidentId }, select: EVENT_SELECT });
  if (event) return event;
  throw invalid("cursor", "Invalid cursor. Use nextCursor of the previous page, or leave it out.");
}
