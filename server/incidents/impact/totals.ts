import { BUDGET_DAYS } from "#lib/base/vocabulary/impact.ts";
import type { ServiceImpact } from "#lib/contract/impact.ts";
import { accountService } from "#lib/incidents/impact/account.ts";
import { totalOf, unionOf } from "#lib/incidents/impact/union.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { incidentVisibleTo, toImpactWindow } from "#server/incidents/incident/index.ts";
import type { WindowRecord } from "./select.ts";

const BUDGET_MS = BUDGET_DAYS * 86_400_000;

/** Union, budget spent and budget left of each service that has windows. */
export async function totalServices(ctx: Ctx, rows: readonly WindowRecord[]): Promise<ServiceImpact[]> {
  const byService = Map.groupBy(rows, (row) => row.serviceId);
  const services: ServiceImpact[] = [];
  for (const own of byService.values()) services.push(await totalService(ctx, own));
  return services;
}

async function totalService(ctx: Ctx, rows: readonly WindowRecord[]): Promise<ServiceImpact> {
  const nowMs = ctx.now().getTime();
  const windows = rows.map(toImpactWindow);
  const total = totalOf(unionOf(windows, { nowMs }));
  const service = rows[0]?.service;
  if (!service) throw new Error("a service without windows has no total");
  const targetPercent = service.availabilityTarget.toNumber();
  // The 90 days that end with the impact: what was left on that day does not change afterwards by itself.
  const endMs = Math.min(nowMs, Math.max(...windows.map(({ toMs }) => toMs ?? nowMs)));
  const period = { fromMs: endMs - BUDGET_MS, toMs: endMs, nowMs, targetPercent };
  const all = accountService({ ...period, windows: await windowsWithin(ctx, service.id, period) });
  const alone = accountService({ ...period, windows });
  return {
    service: { id: service.id, name: service.name, availabilityTarget: targetPercent },
    ...total,
    budget: {
      days: BUDGET_DAYS,
      seconds: all.budgetSeconds,
      spentPercent: alone.budgetConsumedPercent,
      leftPercent: all.budgetConsumedPercent === null ? null : 100 - all.budgetConsumedPercent,
    },
  };
}

/** Windows of all incidents that this person may see; drills, tests and cancelled ones count nothing. */
async function windowsWithin(ctx: Ctx, serviceId: string, { fromMs, toMs }: { fromMs: number; toMs: number }) {
  const rows = await ctx.db.impactWindow.findMany({
    where: {
      serviceId,
      removedAt: null,
      fromAt: { lt: new Date(toMs) },
      OR: [{ toAt: null }, { toAt: { gt: new Date(fromMs) } }],
      incident: {
        AND: [incidentVisibleTo(ctx.actor), { status: { not: "cancelled" }, kind: { notIn: ["drill", "test"] } }],
      },
    },
    select: { id: true, fromAt: true, toAt: true, weight: true, basis: true },
  });
  return rows.map(toImpactWindow);
}
