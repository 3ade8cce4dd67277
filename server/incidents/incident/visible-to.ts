import { Prisma } from "#generated/prisma/client.ts";
import type { Actor } from "#lib/base/access/actor.ts";

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
