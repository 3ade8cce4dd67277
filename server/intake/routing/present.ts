import type { Prisma } from "#generated/prisma/client.ts";
import type { RoutingRule } from "#lib/contract/routing.ts";
import { StoredConditions, StoredSeverityMap } from "#server/intake/incoming/index.ts";

export const RULE_SELECT = {
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

/** A rule as the API tells it; `place` is its place among the rules, from 1. */
export const presentRule = ({ conditions, severityMap, updatedAt, ...row }: Row, place: number): RoutingRule => ({
  ...row,
  position: place,
  conditions: StoredConditions.parse(conditions),
  severityMap: StoredSeverityMap.parse(severityMap),
  updatedAt: updatedAt.toISOString(),
});
