import type { Prisma } from "#generated/prisma/client.ts";
import type { TimelineEvent, timelineContract } from "#lib/contract/timeline.ts";
import { invalid } from "#lib/errors.ts";
import { EVENT_KINDS, shapeOfKind } from "#lib/timeline/event-kinds.ts";
import { orderEvents } from "#lib/timeline/order.ts";
import type { Ctx } from "#server/kernel/context.ts";
import { CURSORS, decodeCursor, encodeCursor } from "#server/kernel/cursor.ts";
import type { InputOf } from "#server/kernel/input.ts";
import { matchingIds } from "#server/kernel/words.ts";
import { findIncident } from "./load.ts";
import { presentEvent } from "./present.ts";
import { EVENT_SELECT } from "./select.ts";

type Input = InputOf<typeof timelineContract.list>;

const PLACE_SELECT = { id: true, at: true, orderHint: true, sourceType: true } satisfies Prisma.TimelineEventSelect;
type PlaceRow = Prisma.TimelineEventGetPayload<{ select: typeof PLACE_SELECT }>;

const placed = ({ id, at, orderHint, sourceType }: PlaceRow) => ({
  id,
  at: at?.toISOString() ?? null,
  orderHint,
  source: sourceType,
});

async function whereOf(ctx: Ctx, incidentId: string, input: Input): Promise<Prisma.TimelineEventWhereInput> {
  const filters: Prisma.TimelineEventWhereInput[] = [{ incidentId, removedAt: null }];
  if (!input.includeHidden) filters.push({ hidden: false });
  if (input.pinned !== undefined) filters.push({ pinned: input.pinned });
  if (input.source) filters.push({ sourceType: { in: input.source } });
  const { shape } = input;
  if (shape) filters.push({ kind: { in: EVENT_KINDS.filter((kind) => shape.includes(shapeOfKind(kind))) } });
  if (input.q?.trim()) filters.push({ id: { in: await matchingIds(ctx, "timelineEvent", input.q) } });
  return { AND: filters };
}

/** Events in the order of the story. Untimed events stand where their source puts them, so order is made here, not in SQL. */
export async function listTimeline(
  ctx: Ctx,
  input: Input,
): Promise<{ items: TimelineEvent[]; nextCursor: string | null; total: number }> {
  const incident = await findIncident(ctx, input.key);
  const light = await ctx.db.timelineEvent.findMany({
    where: await whereOf(ctx, incident.id, input),
    select: PLACE_SELECT,
  });
  const ordered = orderEvents(light.map(placed));
  const start = input.cursor ? await placeBehind(ctx, incident.id, ordered, input.cursor) : 0;
  const ids = ordered.slice(start, start + input.limit).map((event) => event.id);
  const rows = await ctx.db.timelineEvent.findMany({ where: { id: { in: ids } }, select: EVENT_SELECT });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const last = ids.at(-1);
  return {
    items: ids.flatMap((id) => byId.get(id) ?? []).map(presentEvent),
    nextCursor: last !== undefined && start + input.limit < ordered.length ? encodeCursor([last]) : null,
    total: ordered.length,
  };
}

/** Where the page behind the event of a cursor begins, also when that one was hidden, moved or taken out meanwhile. */
async function placeBehind(
  ctx: Ctx,
  incidentId: string,
  ordered: readonly ReturnType<typeof placed>[],
  cursor: string,
): Promise<number> {
  const [id] = decodeCursor(cursor, CURSORS.id);
  const place = ordered.findIndex((event) => event.id === id);
  if (place >= 0) return place + 1;
  const gone = await ctx.db.timelineEvent.findFirst({ where: { id, incidentId }, select: PLACE_SELECT });
  if (!gone)
    throw invalid("cursor", "Not a cursor of this timeline; take nextCursor of the page before, or leave it out");
  return orderEvents([...ordered, placed(gone)]).findIndex((event) => event.id === id);
}
