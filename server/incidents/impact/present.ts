import { IMPACT_ORIGINS, type ImpactOrigin } from "#lib/base/vocabulary/impact.ts";
import type { ImpactSeries, ImpactWindow } from "#lib/contract/impact.ts";
import { type Share, sharesOf } from "#lib/incidents/impact/union.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import { toImpactWindow } from "#server/incidents/incident/index.ts";
import type { SeriesRecord, WindowRecord } from "./select.ts";

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
