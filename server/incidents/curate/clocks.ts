import type { Prisma } from "#generated/prisma/client.ts";
import { sourceLabel } from "#importers/index.ts";
import type { SourceClock } from "#lib/contract/curate.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { findIncident } from "#server/incidents/timeline/index.ts";

const CLOCK_SELECT = {
  id: true,
  sourceType: true,
  importId: true,
  offsetMs: true,
  eventId: true,
  matchId: true,
  setAt: true,
  version: true,
  import: { select: { label: true, filename: true } },
  setBy: { select: { id: true, name: true } },
} satisfies Prisma.SourceClockSelect;

type ClockRow = Prisma.SourceClockGetPayload<{ select: typeof CLOCK_SELECT }>;

/** Filters the events that a clock moves: those of its import, or all of the source without their own clock. */
export const movedBy = (
  clock: Pick<ClockRow, "sourceType" | "importId">,
  clocks: readonly Pick<ClockRow, "sourceType" | "importId">[],
): Prisma.TimelineEventWhereInput => {
  if (clock.importId !== null) return { sourceType: clock.sourceType, importId: clock.importId };
  const own = clocks.flatMap(({ sourceType, importId }) =>
    sourceType === clock.sourceType && importId !== null ? importId : [],
  );
  return { sourceType: clock.sourceType, OR: [{ importId: null }, { importId: { notIn: own } }] };
};

/** Returns the clocks of an incident, by source. */
export async function clocksOf(ctx: Ctx, incidentId: string): Promise<SourceClock[]> {
  const rows = await ctx.db.sourceClock.findMany({
    where: { incidentId, OR: [{ importId: null }, { import: { undoneAt: null } }] },
    select: CLOCK_SELECT,
    orderBy: [{ sourceType: "asc" }, { setAt: "asc" }, { id: "asc" }],
  });
  const ids = rows.flatMap(({ eventId, matchId }) => [eventId, matchId].filter((id) => id !== null));
  const tied = await ctx.db.timelineEvent.findMany({
    where: { incidentId, id: { in: ids } },
    select: { id: true, number: true },
  });
  const numbers = new Map(tied.map(({ id, number }) => [id, number]));
  return Promise.all(rows.map((row) => presentClock(ctx, incidentId, row, rows, numbers)));
}

async function presentClock(
  ctx: Ctx,
  incidentId: string,
  row: ClockRow,
  rows: readonly ClockRow[],
  numbers: ReadonlyMap<string, number>,
): Promise<SourceClock> {
  const { id, sourceType, importId, offsetMs, eventId, matchId, setAt, version, setBy } = row;
  const moved = { incidentId, removedAt: null, at: { not: null }, clockOffsetMs: offsetMs };
  const letter = await ctx.db.timelineEvent.findFirst({
    where: { incidentId, sourceType },
    select: { sourceLetter: true },
  });
  const [eventNumber, matchNumber] = [numbers.get(eventId ?? ""), numbers.get(matchId ?? "")];
  return {
    id,
    sourceType,
    importId,
    label: row.import ? `${row.import.label}: ${row.import.filename}` : sourceLabel(sourceType),
    letter: letter?.sourceLetter ?? sourceLabel(sourceType).charAt(0).toUpperCase(),
    offsetMs,
    pair:
      eventId !== null && matchId !== null && eventNumber !== undefined && matchNumber !== undefined
        ? { eventId, eventNumber, matchId, matchNumber }
        : null,
    movedEvents: await ctx.db.timelineEvent.count({ where: { AND: [moved, movedBy(row, rows)] } }),
    setBy,
    setAt: setAt.toISOString(),
    version,
  };
}

/** Sources with a clock offset in an incident. */
export async function listClocks(ctx: Ctx, input: { key: string }): Promise<{ items: SourceClock[] }> {
  const incident = await findIncident(ctx, input.key);
  return { items: await clocksOf(ctx, incident.id) };
}
