import { Prisma } from "#generated/prisma/client.ts";
import type { Actor } from "#lib/base/access/actor.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { incidentHiddenFrom, incidentVisibleSql, incidentVisibleTo } from "#server/incidents/incident/index.ts";

/** The action items that an actor can read. Equals `can(actor, "actionItem", "read", …)` over every row. */
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

/** A tombstone contains the action's key, so only readers of its incident see it. */
export async function tombstoneVisibleTo(ctx: Ctx): Promise<Prisma.ActionTombstoneWhereInput> {
  const hidden = await ctx.db.incident.findMany({ where: incidentHiddenFrom(ctx.actor), select: { id: true } });
  const notIn = hidden.map(({ id }) => id);
  return { OR: [{ incidentId: null }, { incidentId: { notIn } }] };
}

/**
 * The action items that an actor can read, as an SQL condition on rows of `action_item`. With `isPage`, each row is
 * tested separately. Without it, PostgreSQL can first collect all incidents that the actor can read, which is quicker
 * for many rows.
 */
export function actionItemVisibleSql(actor: Actor, { isPage = false } = {}): Prisma.Sql {
  if (actor.kind === "system") return Prisma.sql`true`;
  const { id } = actor;
  const separately = isPage ? Prisma.sql`OFFSET 0` : Prisma.empty;
  return Prisma.sql`(action_item.incident_id IS NULL OR action_item.owner_id = ${id}::uuid
    OR EXISTS (SELECT FROM incident WHERE incident.id = action_item.incident_id AND ${incidentVisibleSql(actor)} ${separately})
    OR EXISTS (SELECT FROM review r WHERE r.id = action_item.review_id AND (r.owner_id = ${id}::uuid
      OR r.facilitator_id = ${id}::uuid
      OR EXISTS (SELECT FROM review_person p WHERE p.review_id = r.id AND p.user_id = ${id}::uuid)) ${separately}))`;
}
