import { z } from "zod";
import type { RoutingIncident, RoutingRuleFacts, RoutingWorld } from "#lib/intake/rule/route.ts";
import { RULE_FIELDS, RULE_OPERATORS } from "#lib/intake/rule/rule.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";

export const StoredConditions = z.array(
  z.object({
    field: z.enum(RULE_FIELDS),
    name: z.string().optional(),
    operator: z.enum(RULE_OPERATORS),
    values: z.array(z.string()),
  }),
);
export const StoredSeverityMap = z.record(z.string(), z.number());

/** Returns the rules of an integration, in their order. */
export async function loadRules(ctx: Ctx, integrationId: string): Promise<RoutingRuleFacts[]> {
  const rows = await ctx.db.routingRule.findMany({
    where: { integrationId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    id: row.id,
    outcome: row.outcome,
    serviceId: row.serviceId,
    opens: row.opens,
    titleTemplate: row.titleTemplate,
    severity: row.severity,
    enabled: row.enabled,
    conditions: StoredConditions.parse(row.conditions),
    severityMap: StoredSeverityMap.parse(row.severityMap),
  }));
}

/**
 * Returns incidents that an event from `from` on can join. Drills and tests are excluded, because alerts don't belong
 * to them.
 */
export async function loadIncidents(ctx: Ctx, from: Date): Promise<RoutingIncident[]> {
  const rows = await ctx.db.incident.findMany({
    where: {
      archivedAt: null,
      status: { not: "cancelled" },
      kind: { in: ["incident", "near_miss"] },
      OR: [{ resolvedAt: null }, { resolvedAt: { gte: from } }],
    },
    select: { id: true, startedAt: true, resolvedAt: true, services: { select: { serviceId: true } } },
  });
  return rows.map(({ id, startedAt, resolvedAt, services }) => ({
    id,
    startedAt: startedAt.toISOString(),
    resolvedAt: toInstantOrNull(resolvedAt),
    serviceIds: services.map(({ serviceId }) => serviceId),
  }));
}

export const loadServices = (ctx: Ctx) =>
  ctx.db.service.findMany({ where: { archivedAt: null }, select: { id: true, name: true }, orderBy: { id: "asc" } });

/** Loads everything that routing looks at, for events of one integration since `from`. */
export async function loadWorld(
  ctx: Ctx,
  integration: { id: string; serviceId: string | null },
  from: Date,
): Promise<RoutingWorld & { incidents: RoutingIncident[] }> {
  return {
    services: await loadServices(ctx),
    defaultServiceId: integration.serviceId,
    rules: await loadRules(ctx, integration.id),
    incidents: await loadIncidents(ctx, from),
    moment: ctx.now().toISOString(),
  };
}
