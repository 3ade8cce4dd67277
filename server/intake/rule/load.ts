import type { Prisma } from "#generated/prisma/client.ts";
import { invalid, notFound } from "#lib/base/errors.ts";
import type { RoutingRule } from "#lib/contract/rule.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { StoredConditions, StoredSeverityMap } from "#server/intake/delivery/index.ts";

const RULE_SELECT = {
  id: true,
  position: true,
  conditions: true,
  outcome: true,
  serviceId: true,
  opens: true,
  titleTemplate: true,
  severity: true,
  severityMap: true,
  enabled: true,
  updatedAt: true,
  version: true,
  service: { select: { id: true, name: true } },
  updatedBy: { select: { id: true, name: true } },
} satisfies Prisma.RoutingRuleSelect;

type Row = Prisma.RoutingRuleGetPayload<{ select: typeof RULE_SELECT }>;

/** Returns a rule for the API. `place` is its position among the rules, from 1. */
const presentRule = ({ conditions, severityMap, updatedAt, ...row }: Row, place: number): RoutingRule => ({
  ...row,
  position: place,
  conditions: StoredConditions.parse(conditions),
  severityMap: StoredSeverityMap.parse(severityMap),
  updatedAt: updatedAt.toISOString(),
});

/** Returns the integration of the rules. Throws `forbidden`, `not_found`. */
export async function authorizeRouting(ctx: Ctx, integrationId: string) {
  authorizeGlobally(ctx, "integration.manage");
  const row = await ctx.db.integration.findUnique({
    where: { id: integrationId },
    select: { id: true, name: true, source: true, serviceId: true },
  });
  if (!row) throw notFound();
  return row;
}

/** Returns rules in their order. */
export async function rulesOf(ctx: Ctx, integrationId: string): Promise<RoutingRule[]> {
  const rows = await ctx.db.routingRule.findMany({
    where: { integrationId },
    select: RULE_SELECT,
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  return rows.map((row, index) => presentRule(row, index + 1));
}

/** Returns a rule of an integration. Throws `not_found` for an unknown one. */
export async function findRule(ctx: Ctx, integrationId: string, id: string): Promise<RoutingRule> {
  const rule = (await rulesOf(ctx, integrationId)).find((one) => one.id === id);
  if (!rule) throw notFound();
  return rule;
}

/** Throws `invalid` for a service that is unknown or archived. */
export async function checkRuleService(ctx: Ctx, serviceId: string | null): Promise<void> {
  if (serviceId === null) return;
  const found = await ctx.db.service.count({ where: { id: serviceId, archivedAt: null } });
  if (found === 0) throw invalid("serviceId", "This service isn't in use. Choose from the list of services.");
}

/** Everyone who changes the order of rules waits here for others who do. */
export async function lockRules(tx: TxCtx, integrationId: string): Promise<void> {
  await tx.db.$queryRaw`SELECT id FROM integration WHERE id = ${integrationId}::uuid FOR NO KEY UPDATE`;
}

/** Numbers the rules from 1 in this order. */
export async function renumber(tx: TxCtx, ids: readonly string[]): Promise<void> {
  for (const [index, id] of ids.entries())
    await tx.db.routingRule.updateMany({
      where: { id, position: { not: index + 1 } },
      data: { position: index + 1 },
    });
}
