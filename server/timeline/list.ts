import type { Prisma } from "#generated/prisma/client.ts";
import type { TimelineEvent, timelineContract } from "#lib/contract/timeline.ts";
import { EVENT_KINDS, shapeOfKind } from "#lib/timeline/event-kinds.ts";
import { orderEvents } from "#lib/timeline/order.ts";
import type { Ctx } from "#server/kernel/context.ts";
import { decodeCursor, encodeCursor } from "#server/kernel/cursor.ts";
import type { InputOf } from "#server/kernel/input.ts";
import { matchingIds } from "#server/kernel/words.ts";
import { findIncident } from "./load.ts";
import { presentEvent } from "./present.ts";
import { EVENT_SELECT } from "./select.ts";

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

/** Events in the order of the story. Untimed events stand where their source puts them, so order is made here, not in SQL. */
export async function listTimeline(
  ctx: Ctx,
  input: Input,
): Promise<{ items: TimelineEvent[]; nextCursor: string | null; total: number }> {
  const incident = await findIncident(ctx, input.key);
  const light = await ctx.db.timelineEvent.findMany({
    where: await whereOf(ctx, incident.id, input),
    select: { id: true, at: true, orderHint: true, sourceType: true },
  });
  const ordered = orderEvents(
    light.map(({ id, at, orderHint, sourceType }) => ({
      id,
      at: at?.toISOString() ?? null,
      orderHint,
      source: sourceType,
    })),
  );
  const after = input.cursor ? String(decodeCursor(input.cursor, 1)[0]) : null;
  const start = after === null ? 0 : ordered.findIndex((event) => event.id === after) + 1;
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
