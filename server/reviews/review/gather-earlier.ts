import type { Prisma } from "#generated/prisma/client.ts";
import type { EarlierAction, EarlierFacts, EarlierIncident } from "#lib/reviews/review/draft/facts.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull, toLocalDate } from "#server/base/kernel/dates.ts";
import { actionKeyOf, changeKeyOf, incidentKeyOf } from "#server/base/kernel/keys.ts";
import { ALIKE, inCommon, maybeAlike, REAL_INCIDENT } from "#server/incidents/incident/index.ts";

const MOST_INCIDENTS = 50;
const DONE = ["verified", "declined"];
const OPEN_CHANGES = ["proposed", "funded", "in_progress", "deferred"] as const;

/**
 * Returns what earlier incidents have in common with this one. A draft has the same text for every reader of a review,
 * so it uses only incidents that aren't restricted. The caller's access doesn't matter.
 */
export async function gatherEarlier(ctx: Ctx, incidentId: string, reviewId: string | null): Promise<EarlierFacts> {
  const incident = await ctx.db.incident.findUniqueOrThrow({ where: { id: incidentId }, select: ALIKE });
  const isEarlier = {
    id: { not: incidentId },
    ...{ ...REAL_INCIDENT, restricted: false, startedAt: { lt: incident.startedAt } },
  } satisfies Prisma.IncidentWhereInput;
  const own = await ctx.db.factor.findMany({
    where: { reviewId: { in: reviewId === null ? [] : [reviewId] }, removedAt: null, status: { not: "rejected" } },
    select: { canonicalFactorId: true },
  });
  const conditionIds = own.flatMap(({ canonicalFactorId }) => canonicalFactorId ?? []);
  const shared = await ctx.db.factor.findMany({
    where: { canonicalFactorId: { in: conditionIds }, removedAt: null, incident: isEarlier },
    select: { id: true, incidentId: true, canonicalFactor: { select: { name: true } } },
    orderBy: { id: "asc" },
  });
  const conditionOf = new Map(shared.map(({ id, canonicalFactor }) => [id, canonicalFactor?.name ?? ""]));
  const alike = await ctx.db.incident.findMany({
    where: { ...isEarlier, OR: [{ id: { in: shared.map((factor) => factor.incidentId) } }, maybeAlike(incident)] },
    select: { id: true, ...ALIKE },
    orderBy: [{ startedAt: "desc" }, { number: "desc" }],
    take: MOST_INCIDENTS,
  });
  const incidents = alike.map((other): EarlierIncident => {
    const conditions = shared.filter((factor) => factor.incidentId === other.id);
    return {
      key: incidentKeyOf(other.number),
      title: other.title,
      startedAt: other.startedAt.toISOString(),
      conditions: [...new Set(conditions.map(({ id }) => conditionOf.get(id) ?? ""))],
      ...inCommon(incident, other),
    };
  });
  return {
    startedAt: incident.startedAt.toISOString(),
    incidents: incidents.filter(({ conditions, services }) => conditions.length + services.length > 0),
    actions: await earlierActions(ctx, conditionOf, incident.startedAt),
    changes: await earlierChanges(ctx, [...conditionOf.keys()], incident.startedAt),
  };
}

async function earlierActions(
  ctx: Ctx,
  conditionOf: ReadonlyMap<string, string>,
  startedAt: Date,
): Promise<EarlierAction[]> {
  const rows = await ctx.db.actionItem.findMany({
    where: {
      ...{ archivedAt: null, factors: { some: { factorId: { in: [...conditionOf.keys()] } } } },
      OR: [{ incidentId: null }, { incident: { restricted: false } }],
    },
    select: {
      ...{ number: true, title: true, status: true, dueDate: true, createdAt: true, verifiedAt: true },
      factors: { select: { factorId: true }, orderBy: { factorId: "asc" } },
      transitions: { where: { at: { lte: startedAt } }, select: { toStatus: true }, orderBy: { at: "desc" }, take: 1 },
    },
    orderBy: { number: "asc" },
  });
  return rows.map(({ number, factors, transitions: [last], ...row }) => ({
    key: actionKeyOf(number),
    title: row.title,
    condition: factors.flatMap(({ factorId }) => conditionOf.get(factorId) ?? [])[0] ?? "",
    status: row.status,
    dueDate: toLocalDate(row.dueDate),
    createdAt: row.createdAt.toISOString(),
    verifiedAt: row.status === "verified" ? toInstantOrNull(row.verifiedAt) : null,
    wasOpen: row.createdAt < startedAt && !DONE.includes(last?.toStatus ?? "proposed"),
  }));
}

async function earlierChanges(ctx: Ctx, factorIds: string[], startedAt: Date): Promise<EarlierFacts["changes"]> {
  const rows = await ctx.db.strategicChange.findMany({
    where: {
      ...{ archivedAt: null, createdAt: { lt: startedAt }, status: { in: [...OPEN_CHANGES] } },
      factors: { some: { factorId: { in: factorIds } } },
    },
    select: { number: true, title: true, status: true, createdAt: true },
    orderBy: { number: "asc" },
  });
  return rows.map(({ number, title, status, createdAt }) => ({
    ...{ key: changeKeyOf(number), title, status },
    createdAt: createdAt.toISOString(),
  }));
}
