import type { Prisma } from "#generated/prisma/client.ts";
import { invalid } from "#lib/base/errors.ts";
import { EVENT_KINDS, shapeOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { TimelineEvent, timelineContract } from "#lib/contract/timeline.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { CURSORS, decodeCursor, encodeCursor } from "#server/base/kernel/cursor.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { matchingIds } from "#server/base/kernel/words.ts";
import { findIncident } from "./load.ts";
import { pageByTime } from "./page-by-time.ts";
import { pageInOrder } from "./page-in-order.ts";
import { presentEvent } from "./present.ts";
import { EVENT_SELECT, type EventRecord } from "./select.ts";

type Input = InputOf<typeof timelineContract.list>;

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

/** Events in the order of the story, page by page. */
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
  throw invalid("cursor", "Not a cursor of this timeline; take nextCursor of the page before, or leave it out");
}
