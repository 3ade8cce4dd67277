import type { Prisma } from "#generated/prisma/client.ts";
import { notFound } from "#lib/base/errors.ts";
import { IMPACT_ORIGINS, type ImpactOrigin } from "#lib/base/vocabulary/impact.ts";
import type { ImpactSeries, ImpactWindow } from "#lib/contract/impact.ts";
import { type Share, sharesOf } from "#lib/incidents/impact/union.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import { toImpactWindow } from "#server/incidents/incident/index.ts";

export const WINDOW_SELECT = {
  id: true,
  incidentId: true,
  serviceId: true,
  fromAt: true,
  toAt: true,
  weight: true,
  basis: true,
  reason: true,
  origin: true,
  seriesId: true,
  proposalKey: true,
  removedAt: true,
  version: true,
  createdAt: true,
  createdBy: { select: { id: true, name: true } },
  service: { select: { id: true, name: true, availabilityTarget: true } },
} satisfies Prisma.ImpactWindowSelect;

export type WindowRecord = Prisma.ImpactWindowGetPayload<{ select: typeof WINDOW_SELECT }>;

export const SERIES_SELECT = {
  id: true,
  title: true,
  text: true,
  createdAt: true,
  removedAt: true,
  version: true,
  createdBy: { select: { id: true, name: true } },
} satisfies Prisma.AttachmentSelect;

export type SeriesRecord = Prisma.AttachmentGetPayload<{ select: typeof SERIES_SELECT }>;

/** Returns windows of an incident that weren't removed, by service and time. */
export async function loadWindows(ctx: Ctx, incidentId: string): Promise<WindowRecord[]> {
  return ctx.db.impactWindow.findMany({
    where: { incidentId, removedAt: null },
    select: WINDOW_SELECT,
    orderBy: [{ service: { name: "asc" } }, { fromAt: "asc" }, { id: "asc" }],
  });
}

/** Returns one window of that incident, even a removed one. */
export async function loadWindow(ctx: Ctx, incidentId: string, id: string): Promise<WindowRecord> {
  const row = await ctx.db.impactWindow.findFirst({ where: { id, incidentId }, select: WINDOW_SELECT });
  if (!row) throw notFound();
  return row;
}

/** Returns one series of that incident, even a removed one. */
export async function loadSeries(ctx: Ctx, incidentId: string, id: string): Promise<SeriesRecord> {
  const row = await ctx.db.attachment.findFirst({ where: { id, incidentId, kind: "series" }, select: SERIES_SELECT });
  if (!row) throw notFound();
  return row;
}

const originOf = (origin: string): ImpactOrigin => IMPACT_ORIGINS.find((known) => known === origin) ?? "hand";

/** Returns windows with their contribution to the union of their service, in the given order. */
export function presentWindows(rows: readonly WindowRecord[], now: Date): ImpactWindow[] {
  const byService = Map.groupBy(
    rows.filter((row) => row.removedAt === null),
    (row) => row.serviceId,
  );
  const shares = new Map<string, Share>();
  for (const own of byService.values()) {
    for (const [id, share] of sharesOf(own.map(toImpactWindow), { nowMs: now.getTime() })) shares.set(id, share);
  }
  return rows.map((row) => presentWindow(row, shares.get(row.id)));
}

function presentWindow(row: WindowRecord, share: Share | undefined): ImpactWindow {
  return {
    id: row.id,
    service: { id: row.service.id, name: row.service.name },
    from: row.fromAt.toISOString(),
    to: toInstantOrNull(row.toAt),
    weight: row.weight.toNumber(),
    basis: row.basis,
    reason: row.reason,
    origin: originOf(row.origin),
    seriesId: row.seriesId,
    weightedSeconds: share?.weightedSeconds ?? 0,
    covered: share?.covered ?? false,
    createdBy: row.createdBy,
    createdAt: row.createdAt.toISOString(),
    removed: row.removedAt !== null,
    version: row.version,
  };
}

export const presentSeries = (row: SeriesRecord): ImpactSeries => ({
  id: row.id,
  title: row.title,
  text: row.text ?? "",
  createdBy: row.createdBy,
  createdAt: row.createdAt.toISOString(),
  removed: row.removedAt !== null,
  version: row.version,
});
