import { DAY_MS } from "#lib/base/time/spans.ts";
import { type ConditionFacts, LOOK_BACK_DAYS, type Thresholds } from "#lib/follow/promotion/promotion.ts";
import type { Window } from "#lib/incidents/impact/window.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { incidentKeyOf, numberOfKey } from "#server/base/kernel/keys.ts";
import {
  loadCanonicalFactors,
  type PresentedCondition,
  presentCanonicalFactor,
  statedFactorSql,
} from "#server/follow/canonical-factor/index.ts";
import { toImpactWindow } from "#server/incidents/incident/index.ts";

/** A condition as the actor can read it, with what the rules of promotion need. */
export interface PromotableCondition {
  condition: PresentedCondition;
  facts: ConditionFacts;
}

/** Windows count by quarter, so the look back reaches to the start of its first one. */
const WINDOW_DAYS = LOOK_BACK_DAYS + 92;
const MOST = 500;

/** Returns the conditions that the rules could propose: seen twice, with impact, or with so many fixes. */
export async function promotableConditions(
  ctx: Ctx,
  { fixes }: Pick<Thresholds, "fixes">,
): Promise<PromotableCondition[]> {
  const since = new Date(ctx.now().getTime() - WINDOW_DAYS * DAY_MS);
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT factor.canonical_factor_id AS id
    FROM factor
    JOIN incident i ON i.id = factor.incident_id
    LEFT JOIN impact_window w ON w.incident_id = i.id AND w.removed_at IS NULL
    LEFT JOIN action_item_factor link ON link.factor_id = factor.id
    WHERE factor.canonical_factor_id IS NOT NULL AND ${statedFactorSql(ctx.actor)}
    GROUP BY factor.canonical_factor_id
    HAVING max(i.started_at) >= ${since}
      AND (count(DISTINCT i.id) > 1 OR count(w.id) > 0) OR count(DISTINCT link.action_item_id) >= ${fixes}
    ORDER BY max(i.started_at) DESC, factor.canonical_factor_id
    LIMIT ${MOST}`;
  return promotablesOf(
    ctx,
    rows.map(({ id }) => id),
  );
}

/** Returns conditions as the actor can read them, in the given order. Those that they can't read are left out. */
export async function promotablesOf(ctx: Ctx, ids: readonly string[]): Promise<PromotableCondition[]> {
  const rows = await loadCanonicalFactors(ctx, { id: { in: [...ids] } });
  const shown = rows.map((row) => presentCanonicalFactor(ctx, row));
  const services = await servicesOf(ctx, shown);
  return shown
    .toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
    .map((condition) => {
      const incidents = condition.incidents.filter(({ counted }) => counted);
      const facts = {
        incidents,
        fixes: condition.fixes.filter(({ status }) => status !== "declined"),
        services: services.flatMap(({ byIncident, ...service }) => {
          const windows = incidents.flatMap(({ key }) => byIncident.get(key) ?? []);
          return windows.length === 0 ? [] : [{ ...service, windows }];
        }),
      };
      return { condition, facts };
    });
}

/** Each service that the incidents of conditions hit, with their windows by incident. */
async function servicesOf(ctx: Ctx, conditions: readonly PresentedCondition[]) {
  const keys = new Set(
    conditions.flatMap(({ incidents }) => incidents.filter((one) => one.counted).map(({ key }) => key)),
  );
  const rows = await ctx.db.impactWindow.findMany({
    where: { removedAt: null, incident: { number: { in: [...keys].map(numberOfKey) } } },
    select: {
      ...{ id: true, fromAt: true, toAt: true, weight: true, basis: true },
      incident: { select: { number: true } },
      service: { select: { id: true, name: true, availabilityTarget: true } },
    },
  });
  return [...Map.groupBy(rows, ({ service }) => service.id).values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { id, name, availabilityTarget } = first.service;
    const byIncident = new Map<string, Window[]>();
    for (const row of own) {
      const key = incidentKeyOf(row.incident.number);
      byIncident.set(key, [...(byIncident.get(key) ?? []), toImpactWindow(row)]);
    }
    return [{ id, name, targetPercent: availabilityTarget.toNumber(), byIncident }];
  });
}
