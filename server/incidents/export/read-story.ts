import { IMPACT_ORIGINS } from "#lib/base/vocabulary/impact.ts";
import type { FileStory } from "#lib/contract/timeline-file.ts";
import { MILESTONES } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { NumberedImports } from "./number-imports.ts";

type NumberOf = ReadonlyMap<string, number>;

/**
 * Returns the parts of a timeline other than its events. Anything that belongs to an event that is left out is left out
 * too.
 */
export async function readStory(
  ctx: Ctx,
  incidentId: string,
  numberOf: NumberOf,
  { imports, importNumberOf }: NumberedImports,
): Promise<FileStory> {
  const { series, seriesNumberOf } = await readSeries(ctx, incidentId);
  return {
    imports,
    milestones: await readMilestones(ctx, incidentId, numberOf),
    impactWindows: await readWindows(ctx, incidentId, seriesNumberOf),
    series,
    clocks: await readClocks(ctx, incidentId, numberOf, importNumberOf),
    keptApart: await readKeptApart(ctx, incidentId, numberOf),
  };
}

async function readMilestones(ctx: Ctx, incidentId: string, numberOf: NumberOf) {
  const rows = await ctx.db.milestone.findMany({
    where: { incidentId },
    select: { name: true, eventId: true, notApplicable: true },
  });
  return rows
    .map(({ eventId, ...row }) => ({ ...row, event: eventId === null ? null : (numberOf.get(eventId) ?? null) }))
    .filter(({ event, notApplicable }) => event !== null || notApplicable)
    .sort((a, b) => MILESTONES.indexOf(a.name) - MILESTONES.indexOf(b.name));
}

async function readSeries(ctx: Ctx, incidentId: string) {
  const rows = await ctx.db.attachment.findMany({
    where: { incidentId, kind: "series", removedAt: null },
    orderBy: [{ createdAt: "asc" }, { title: "asc" }, { text: "asc" }],
    select: { id: true, title: true, text: true, createdAt: true },
  });
  const series = rows.map(({ title, text, createdAt }, index) => ({
    number: index + 1,
    title,
    text: text ?? "",
    at: createdAt.toISOString(),
  }));
  return { series, seriesNumberOf: new Map(rows.map(({ id }, index) => [id, index + 1])) };
}

async function readWindows(ctx: Ctx, incidentId: string, seriesNumberOf: NumberOf) {
  const rows = await ctx.db.impactWindow.findMany({
    where: { incidentId, removedAt: null },
    orderBy: [{ fromAt: "asc" }, { toAt: "asc" }, { service: { name: "asc" } }, { weight: "asc" }, { reason: "asc" }],
    select: {
      fromAt: true,
      toAt: true,
      weight: true,
      basis: true,
      reason: true,
      origin: true,
      seriesId: true,
      service: { select: { name: true } },
    },
  });
  return rows.map(({ service, fromAt, toAt, weight, origin, seriesId, ...row }) => ({
    service: service.name,
    from: fromAt.toISOString(),
    to: toAt?.toISOString() ?? null,
    weight: weight.toNumber(),
    ...row,
    origin: IMPACT_ORIGINS.find((one) => one === origin) ?? "hand",
    series: seriesNumberOf.get(seriesId ?? "") ?? null,
  }));
}

/** Leaves out the clock of an import without exported events, because it moves nothing. */
async function readClocks(
  ctx: Ctx,
  incidentId: string,
  numberOf: NumberOf,
  importNumberOf: NumberedImports["importNumberOf"],
): Promise<FileStory["clocks"]> {
  const rows = await ctx.db.sourceClock.findMany({
    where: { incidentId },
    select: { sourceType: true, importId: true, offsetMs: true, eventId: true, matchId: true },
  });
  return rows
    .map(({ sourceType, importId, offsetMs, eventId, matchId }) => {
      const [event, match] = [numberOf.get(eventId ?? ""), numberOf.get(matchId ?? "")];
      const pair = event !== undefined && match !== undefined ? { event, match } : null;
      return { sourceType, import: importNumberOf(importId), offsetMs, pair, isLeftOut: importId !== null };
    })
    .filter((clock) => clock.import !== null || !clock.isLeftOut)
    .map(({ isLeftOut: _, ...clock }) => clock)
    .sort((a, b) => compare(a.sourceType, b.sourceType) || (a.import ?? 0) - (b.import ?? 0));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

async function readKeptApart(ctx: Ctx, incidentId: string, numberOf: NumberOf) {
  const rows = await ctx.db.keptApart.findMany({ where: { incidentId }, select: { firstId: true, secondId: true } });
  return rows
    .flatMap(({ firstId, secondId }): [number, number][] => {
      const [one, other] = [numberOf.get(firstId), numberOf.get(secondId)];
      return one === undefined || other === undefined ? [] : [[Math.min(one, other), Math.max(one, other)]];
    })
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}
