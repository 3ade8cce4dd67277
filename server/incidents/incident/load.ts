import { Prisma } from "#generated/prisma/client.ts";
import type { Actor } from "#lib/base/access/actor.ts";
import type { IncidentFacts } from "#lib/base/access/facts.ts";
import { notFound } from "#lib/base/errors.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { numberOfKey } from "#server/base/kernel/keys.ts";

/** Facts that decide access to an incident. Select them with every row that inherits its restriction. */
export const INCIDENT_FACTS = {
  restricted: true,
  createdById: true,
  grants: { select: { userId: true, teamId: true } },
} satisfies Prisma.IncidentSelect;

type Row = Prisma.IncidentGetPayload<{ select: typeof INCIDENT_FACTS }>;

export const incidentFacts = (row: Row): IncidentFacts => ({
  restricted: row.restricted,
  createdById: row.createdById,
  grantUserIds: row.grants.flatMap((grant) => (grant.userId === null ? [] : [grant.userId])),
  grantTeamIds: row.grants.flatMap((grant) => (grant.teamId === null ? [] : [grant.teamId])),
});

/** The incidents that an actor can read. Equals `can(actor, "incident", "read", …)` over every row. */
export function incidentVisibleTo(actor: Actor): Prisma.IncidentWhereInput {
  if (actor.kind === "system") return {};
  return {
    OR: [
      { restricted: false },
      { createdById: actor.id },
      { grants: { some: { OR: [{ userId: actor.id }, { teamId: { in: [...actor.teamIds] } }] } } },
    ],
  };
}

/** The same as an SQL condition on rows of `incident`, for statements that rank results. */
export function incidentVisibleSql(actor: Actor): Prisma.Sql {
  if (actor.kind === "system") return Prisma.sql`true`;
  const { id, teamIds } = actor;
  return Prisma.sql`(NOT incident.restricted OR incident.created_by_id = ${id}::uuid OR EXISTS (
    SELECT FROM incident_grant g WHERE g.incident_id = incident.id
       AND (g.user_id = ${id}::uuid OR g.team_id = ANY(${[...teamIds]}::uuid[]))))`;
}

/**
 * The incidents that exist, but not for this actor. It isn't the negation of the above, which in SQL would leave out an
 * incident without a creator, such as one that a rule opened.
 */
export function incidentHiddenFrom(actor: Actor): Prisma.IncidentWhereInput {
  if (actor.kind === "system") return { id: { in: [] } };
  return {
    restricted: true,
    OR: [{ createdById: null }, { createdById: { not: actor.id } }],
    grants: { none: { OR: [{ userId: actor.id }, { teamId: { in: [...actor.teamIds] } }] } },
  };
}

/** Columns that an impact band needs. */
export const BAND_SELECT = {
  highestSeverity: true,
  startedAt: true,
  resolvedAt: true,
  milestones: {
    where: { event: { removedAt: null } },
    select: { name: true, event: { select: { id: true, at: true, precision: true } } },
  },
  windows: {
    where: { removedAt: null },
    select: { id: true, fromAt: true, toAt: true, weight: true, basis: true },
  },
} satisfies Prisma.IncidentSelect;

/** Columns of a row in a list, with what its band and review tag need. */
export const INCIDENT_ROW_SELECT = {
  ...{ ...INCIDENT_FACTS, ...BAND_SELECT },
  id: true,
  number: true,
  title: true,
  kind: true,
  status: true,
  severity: true,
  archivedAt: true,
  demo: true,
  version: true,
  services: { select: { service: { select: { id: true, name: true } } }, orderBy: { service: { name: "asc" } } },
  reviews: {
    where: { archivedAt: null, status: { not: "cancelled" } },
    select: { number: true, title: true, status: true, template: true, dueAt: true },
    orderBy: { number: "desc" },
  },
} satisfies Prisma.IncidentSelect;

export const INCIDENT_SELECT = {
  ...INCIDENT_ROW_SELECT,
  timeZone: true,
  impactText: true,
  impactUnknown: true,
  cancelReason: true,
  statusBefore: true,
  createdAt: true,
  startGiven: true,
  createdBy: { select: { id: true, name: true } },
  roles: { select: { role: true, userId: true, name: true, user: { select: { name: true } } }, orderBy: { id: "asc" } },
  grants: {
    select: {
      userId: true,
      teamId: true,
      given: true,
      named: true,
      user: { select: { name: true } },
      team: { select: { name: true } },
    },
  },
  severityChanges: { select: { severity: true, at: true, reason: true, changedById: true }, orderBy: { at: "asc" } },
} satisfies Prisma.IncidentSelect;

export type IncidentRowRecord = Prisma.IncidentGetPayload<{ select: typeof INCIDENT_ROW_SELECT }>;
export type IncidentRecord = Prisma.IncidentGetPayload<{ select: typeof INCIDENT_SELECT }>;

/**
 * Returns the incident with a key as the actor can see it. Throws `not_found` for an unknown one and for one hidden
 * from them.
 */
export async function loadIncident(ctx: Ctx, key: string): Promise<IncidentRecord> {
  const row = await ctx.db.incident.findFirst({
    where: { AND: [{ number: numberOfKey(key) }, incidentVisibleTo(ctx.actor)] },
    select: INCIDENT_SELECT,
  });
  if (!row) throw notFound();
  return row;
}
