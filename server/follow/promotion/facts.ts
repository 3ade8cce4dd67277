import { DAY_MS } from "#lib/base/time/spans.ts";
import type { CanonicalFactor } from "#lib/contract/canonical-factor.ts";
import { type ConditionFacts, LOOK_BACK_DAYS } from "#lib/follow/promotion/promotion.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { incidentKeyOf, numberOfKey } from "#server/base/kernel/keys.ts";
import { loadCanonicalFactors, presentCanonicalFactor } from "#server/follow/canonical-factor/index.ts";
import { toImpactWindow } from "#server/incidents/incident/index.ts";

/** A condition as the actor can read it, with what the rules of promotion need. */
export interface PromotableCondition {
  condition: CanonicalFactor;
  facts: ConditionFacts;
}

/** Windows count by quarter, so the look back reaches to the start of its first one. */
const WINDOW_DAYS = LOOK_BACK_DAYS + 92;
const MOST = 500;

/** Returns the conditions that the rules could propose: seen twice, with impact, or with several fixes. */
export async function promotableConditions(ctx: Ctx): Promise<PromotableCondition[]> {
  const since = new Date(ctx.now().getTime() - WINDOW_DAYS * DAY_MS);
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT f.canonical_factor_id AS id
    FROM factor f
    JOIN incident i ON i.id = f.incident_id
    LEFT JOIN impact_window w ON w.incident_id = i.id AND w.removed_at IS NULL
    LEFT JOIN action_item_factor link ON link.factor_id = f.id
    WHERE f.canonical_factor_id IS NOT NULL AND f.removed_at IS NULL
    GROUP BY f.canonical_factor_id
    HAVING max(i.started_at) >= ${since}
      AND (count(DISTINCT i.id) > 1 OR count(w.id) > 0) OR count(DISTINCT link.action_item_id) > 3
    ORDER BY max(i.started_at) DESC, f.canonical_factor_id
    LIMIT ${MOST}`;
  return conditionsOf(
    ctx,
    rows.map(({ id }) => id),
  );
}

/** Returns conditions as the actor can read them, in the given order. Those that they can't read are left out. */
export async function conditionsOf(ctx: Ctx, ids: readonly string[]): Promise<PromotableCondition[]> {
  const rows = await loadCanonicalFactors(ctx, { id: { in: [...ids] } });
  const shown = rows.map((row) => presentCanonicalFactor(ctx, row));
  const services = await servicesOf(ctx, shown);
  return shown
    .toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
    .map((condition) => {
      const incidents = condition.incidents.filter(({ counted }) => counted);
      const keys = new Set(incidents.map(({ key }) => key));
      const facts = {
        incidents,
        fixes: condition.fixes.filter(({ status }) => status !== "declined"),
        services: services.flatMap(({ windows, ...service }) => {
          const own = windows.filter(({ incidentKey }) => keys.has(incidentKey)).map(({ window }) => window);
          return own.length === 0 ? [] : [{ ...service, windows: own }];
        }),
      };
      return { condition, facts };
    });
}

/** Each service that the incidents of conditions hit, with their windows. */
async function servicesOf(ctx: Ctx, conditions: readonly CanonicalFactor[]) {
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
    const windows = own.map((row) => ({
      incidentKey: incidentKeyOf(row.incident.number),
      window: toImpactWindow(row),
    }));
    return [{ id, name, targetPercent: availabilityTarget.toNumber(), windows }];
  });
}
