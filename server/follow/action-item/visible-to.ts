import { Prisma } from "#generated/prisma/client.ts";
import type { Actor } from "#lib/base/access/actor.ts";
import { incidentVisibleSql, incidentVisibleTo } from "#server/incidents/incident/index.ts";

/** The action items an actor can read; equals `can(actor, "actionItem", "read", …)` over every row. */
export function actionItemVisibleTo(actor: Actor): Prisma.ActionItemWhereInput {
  if (actor.kind === "system") return {};
  const { id } = actor;
  return {
    OR: [
      { incidentId: null },
      { ownerId: id },
      { incident: incidentVisibleTo(actor) },
      { review: { OR: [{ ownerId: id }, { facilitatorId: id }, { people: { some: { userId: id } } }] } },
    ],
  };
}

/** The same as a condition of SQL on rows of `action_item`. */
export function actionItemVisibleSql(actor: Actor): Prisma.Sql {
  if (actor.kind === "system") return Prisma.sql`true`;
  const { id } = actor;
  return Prisma.sql`(action_item.incident_id IS NULL OR action_item.owner_id = ${id}::uuid
    OR EXISTS (SELECT FROM incident WHERE incident.id = action_item.incident_id AND ${incidentVisibleSql(actor)})
    OR EXISTS (SELECT FROM review r WHERE r.id = action_item.review_id AND (r.owner_id = ${id}::uuid
      OR r.facilitator_id = ${id}::uuid
      OR EXISTS (SELECT FROM review_person p WHERE p.review_id = r.id AND p.user_id = ${id}::uuid))))`;
}
