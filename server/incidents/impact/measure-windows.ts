import { refuse } from "#lib/base/errors.ts";
import type { ImpactWindow, impactContract } from "#lib/contract/impact.ts";
import { readKept } from "#lib/incidents/impact/series/kept-series.ts";
import { measureSeries } from "#lib/incidents/impact/series/measure-series.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { recordAll } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { authorizeCurating } from "#server/incidents/timeline/index.ts";
import { loadSeries } from "./impact-row.ts";
import { insertWindows, windowAdded } from "./insert.ts";

/** Creates windows from a stored series by the rule of measureSeries. A repeated request finds the existing ones. */
export async function measureWindows(
  ctx: Ctx,
  input: InputOf<typeof impactContract.measure>,
): Promise<{ windows: ImpactWindow[] }> {
  return transact(ctx, async (tx) => {
    const incident = await authorizeCurating(tx, input.key);
    const series = await loadSeries(tx, incident.id, input.id);
    const { points } = readKept(series.text ?? "");
    const { thresholdPercent, atLeastSeconds, serviceId } = input;
    const found = measureSeries(points, { thresholdPercent, atLeastSeconds });
    if (found.length === 0)
      throw refuse("no_window", "The series is never above this share for that long. Lower the share or the time.");
    const kept = await tx.db.impactWindow.findMany({
      where: { incidentId: incident.id, serviceId, seriesId: series.id, removedAt: null },
      select: { fromAt: true, toAt: true },
    });
    const known = new Set(kept.map(({ fromAt, toAt }) => `${fromAt.toISOString()} ${toAt?.toISOString()}`));
    const fresh = found.filter(({ from, to }) => !known.has(`${from} ${to}`));
    const measured = fresh.map(({ from, to, weight, errors, total }) => ({
      serviceId,
      from,
      to,
      weight,
      basis: "measured" as const,
      reason: reasonOf(series.title, errors, total),
      origin: "series" as const,
      seriesId: series.id,
    }));
    const windows = await insertWindows(tx, incident.id, measured);
    const added = windows.map((window) => windowAdded(incident.id, window));
    return recordAll(tx, added, () => ({ windows }));
  });
}

const grouped = new Intl.NumberFormat("en");

function reasonOf(title: string, errors: number | null, total: number | null): string {
  const counts = errors === null || total === null ? "" : `, ${grouped.format(errors)} of ${grouped.format(total)}`;
  return `${title.slice(0, 300)}${counts}`;
}
