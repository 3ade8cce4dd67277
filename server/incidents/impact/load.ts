import { notFound } from "#lib/base/errors.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { SERIES_SELECT, type SeriesRecord, WINDOW_SELECT, type WindowRecord } from "./select.ts";

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
