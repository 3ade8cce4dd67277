import { listWords } from "#lib/base/text/sentence.ts";
import type { SimilarIncident } from "#lib/contract/incident.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { incidentKeyOf, numberOfKey, reviewKeyOf } from "#server/base/kernel/keys.ts";
import { factorVisibleTo } from "#server/follow/factor/index.ts";
import {
  ALIKE,
  inCommon,
  incidentVisibleTo,
  loadIncident,
  maybeAlike,
  REAL_INCIDENT,
} from "#server/incidents/incident/index.ts";
import { STATED_FACTOR, statedFactors } from "#server/reviews/review/index.ts";
import { loadCanonicalFactors } from "./load.ts";
import { minutesOf } from "./present.ts";
import { SEEN_INCIDENT } from "./select.ts";
import { similarCanonicalFactors } from "./similar.ts";

type Reason = SimilarIncident["reasons"][number];

/** How much a reason counts. Severity and people are never one. */
const WEIGHT: Record<Reason["kind"], number> = { condition: 3, trigger: 2, statement: 1 };
const MOST = 8;
const MOST_COMPARED = 200;
const MOST_STATEMENTS = 10;

/** Returns other incidents that the actor can read and that are like this one, with the reasons, the strongest first. */
export async function similarIncidents(ctx: Ctx, input: { key: string }): Promise<{ items: SimilarIncident[] }> {
  const { id } = await loadIncident(ctx, input.key);
  const reasons = new Map<number, Reason[]>();
  for (const [number, reason] of [
    ...(await byCondition(ctx, id)),
    ...(await byTrigger(ctx, id)),
    ...(await byStatement(ctx, id)),
  ])
    reasons.set(number, [...(reasons.get(number) ?? []), reason]);
  const rows = await ctx.db.incident.findMany({
    where: { AND: [{ number: { in: [...reasons.keys()] } }, REAL_INCIDENT, incidentVisibleTo(ctx.actor)] },
    select: SEEN_INCIDENT,
  });
  const weightOf = (found: readonly Reason[]) => found.reduce((sum, { kind }) => sum + WEIGHT[kind], 0);
  const items = rows
    .map((row) => ({ row, found: reasons.get(row.number) ?? [] }))
    .sort((one, other) => weightOf(other.found) - weightOf(one.found) || other.row.number - one.row.number)
    .slice(0, MOST);
  return {
    items: items.map(({ row, found }) => ({
      key: incidentKeyOf(row.number),
      title: row.title,
      severity: row.highestSeverity,
      startedAt: row.startedAt.toISOString(),
      minutes: minutesOf(ctx, row.windows),
      reasons: found,
    })),
  };
}

type Found = [number: number, reason: Reason][];

async function byCondition(ctx: Ctx, incidentId: string): Promise<Found> {
  const rows = await loadCanonicalFactors(ctx, { factors: { some: { incidentId, removedAt: null } } });
  return rows
    .filter(({ factors }) => factors.some(({ incident }) => incident.id === incidentId))
    .flatMap(({ id, name, factors }) => {
      const others = new Set(factors.flatMap(({ incident }) => (incident.id === incidentId ? [] : incident.number)));
      const reason = { kind: "condition" as const, text: `Same condition: ${name}`, conditionId: id };
      return [...others].map((number): Found[number] => [number, reason]);
    });
}

async function byTrigger(ctx: Ctx, incidentId: string): Promise<Found> {
  const incident = await ctx.db.incident.findUniqueOrThrow({ where: { id: incidentId }, select: ALIKE });
  const others = await ctx.db.incident.findMany({
    where: { AND: [{ id: { not: incidentId } }, REAL_INCIDENT, maybeAlike(incident), incidentVisibleTo(ctx.actor)] },
    select: ALIKE,
    orderBy: { startedAt: "desc" },
    take: MOST_COMPARED,
  });
  return others.flatMap((other): Found => {
    const { services, trigger } = inCommon(incident, other);
    if (services.length === 0 || trigger === null) return [];
    const text = `Both affected ${listWords(services)} and were triggered by ${trigger}`;
    return [[other.number, { kind: "trigger", text, conditionId: null }]];
  });
}

/** By the factors that have no condition yet. */
async function byStatement(ctx: Ctx, incidentId: string): Promise<Found> {
  const rows = await ctx.db.factor.findMany({
    where: { AND: [{ incidentId, removedAt: null, canonicalFactorId: null }, factorVisibleTo(ctx.actor)] },
    select: STATED_FACTOR,
    orderBy: { id: "asc" },
    take: MOST_STATEMENTS,
  });
  const found: Found = [];
  for (const { statement, review } of await statedFactors(ctx, rows)) {
    const { items } = await similarCanonicalFactors(ctx, { statement, reviewKey: reviewKeyOf(review.number) });
    for (const { factor, shared } of items) {
      const text = `Factors of both mention ${listWords(shared.map((word) => `“${word}”`))}`;
      found.push([numberOfKey(factor.incidentKey), { kind: "statement", text, conditionId: null }]);
    }
  }
  return found;
}
