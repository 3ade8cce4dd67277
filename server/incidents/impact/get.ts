import { can } from "#lib/base/access/can.ts";
import { DAY_MS } from "#lib/base/time/spans.ts";
import { BUDGET_DAYS } from "#lib/base/vocabulary/impact.ts";
import type { Impact, ServiceImpact } from "#lib/contract/impact.ts";
import { accountService } from "#lib/incidents/impact/account.ts";
import { proposalKey } from "#lib/incidents/impact/proposal.ts";
import { totalOf, unionOf } from "#lib/incidents/impact/union.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { incidentFacts, incidentVisibleTo, toImpactWindow } from "#server/incidents/incident/index.ts";
import { findIncident } from "#server/incidents/timeline/index.ts";
import { loadWindows, presentSeries, presentWindows, SERIES_SELECT, type WindowRecord } from "./impact-row.ts";
import { proposeWindows } from "./propose.ts";

const BUDGET_MS = BUDGET_DAYS * DAY_MS;

/** Returns union, budget spent and budget left of each service with windows. */
async function totalServices(ctx: Ctx, rows: readonly WindowRecord[]): Promise<ServiceImpact[]> {
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
  // The 90 days end with the impact, so the remaining budget on that day doesn't change later.
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

/** Returns windows of all incidents that this person can see. Drills, tests and cancelled ones don't count. */
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

/** Returns the windows of an incident with their totals, proposals, and the measured series. */
export async function getImpact(ctx: Ctx, input: { key: string }): Promise<Impact> {
  const incident = await findIncident(ctx, input.key);
  const rows = await loadWindows(ctx, incident.id);
  const proposals = await proposeWindows(ctx, incident.id, rows);
  const services = await ctx.db.service.findMany({
    where: { id: { in: proposals.map((proposal) => proposal.serviceId) } },
    select: { id: true, name: true },
  });
  const series = await ctx.db.attachment.findMany({
    where: { incidentId: incident.id, kind: "series", removedAt: null },
    select: SERIES_SELECT,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return {
    windows: presentWindows(rows, ctx.now()),
    services: await totalServices(ctx, rows),
    proposals: proposals.flatMap(({ serviceId, ...proposal }) => {
      const service = services.find(({ id }) => id === serviceId);
      return service ? [{ key: proposalKey({ serviceId, ...proposal }), service, ...proposal }] : [];
    }),
    series: series.map(presentSeries),
    mayEdit: can(ctx.actor, "incident", "curate", incidentFacts(incident)),
  };
}
