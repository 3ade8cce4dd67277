import { actorId } from "#lib/base/access/actor.ts";
import { invalid } from "#lib/base/errors.ts";
import type { ImpactBasis, ImpactOrigin } from "#lib/base/vocabulary/impact.ts";
import type { ImpactWindow } from "#lib/contract/impact.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import type { Change } from "#server/base/kernel/nouns.ts";
import { settleSpan } from "#server/incidents/incident/index.ts";
import { loadWindows, presentWindows } from "./impact-row.ts";

export interface NewWindow {
  serviceId: string;
  from: string;
  to: string | null;
  weight: number;
  basis: ImpactBasis;
  reason: string;
  origin: ImpactOrigin;
  seriesId: string | null;
  proposalKey?: string;
}

/** Throws `invalid` for a window that ends before it starts. */
export function checkSpan(from: Date, to: Date | null): void {
  if (to !== null && to <= from) throw invalid("to", "Enter an end after the start");
}

/** Throws `invalid` if a service doesn't exist. */
export async function checkService(ctx: Ctx, serviceId: string): Promise<void> {
  if ((await ctx.db.service.count({ where: { id: serviceId } })) === 0)
    throw invalid("serviceId", "This service doesn't exist. Choose from the list of services.");
}

/** Five decimals, as the column keeps it. */
export const toWeight = (weight: number): number => Math.round(weight * 100_000) / 100_000;

/** Writes windows in the caller's transaction, which authorizes and records. Returns them in the order of the page. */
export async function insertWindows(
  tx: TxCtx,
  incidentId: string,
  windows: readonly NewWindow[],
): Promise<ImpactWindow[]> {
  const ids = new Set<string>();
  for (const { from, to, weight, ...window } of windows) {
    const [fromAt, toAt] = [new Date(from), to === null ? null : new Date(to)];
    checkSpan(fromAt, toAt);
    await checkService(tx, window.serviceId);
    const id = tx.newId();
    ids.add(id);
    const data = { ...window, fromAt, toAt, weight: toWeight(weight), createdById: actorId(tx.actor) };
    await tx.db.impactWindow.create({ data: { id, incidentId, ...data, createdAt: tx.now() } });
  }
  await settleSpan(tx, incidentId);
  return presentWindows(await loadWindows(tx, incidentId), tx.now()).filter(({ id }) => ids.has(id));
}

/** Returns the change to record for an added window. */
export const windowAdded = (incidentId: string, window: ImpactWindow): Change<"impact_window"> => {
  const { id, service, from, to, weight, basis, reason, origin } = window;
  const after = { serviceId: service.id, from, to, weight, basis, reason, origin };
  return { action: "impact_window.added", id, incidentId, after };
};
