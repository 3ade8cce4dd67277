import { Prisma } from "#generated/prisma/client.ts";
import type { Actor } from "#lib/base/access/actor.ts";
import { notFound } from "#lib/base/errors.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { numberOfKey } from "#server/base/kernel/keys.ts";
import { incidentVisibleSql, incidentVisibleTo } from "#server/incidents/incident/index.ts";
import { REVIEW_SELECT, type ReviewRecord } from "./select.ts";

/** The reviews that an actor can read. Equals `can(actor, "review", "read", …)` over every row. */
export function reviewVisibleTo(actor: Actor): Prisma.ReviewWhereInput {
  if (actor.kind === "system") return {};
  return {
    OR: [
      { incident: incidentVisibleTo(actor) },
      { ownerId: actor.id },
      { facilitatorId: actor.id },
      { people: { some: { userId: actor.id } } },
    ],
  };
}

/** The same as an SQL condition on rows of `review`. */
export function reviewVisibleSql(actor: Actor): Prisma.Sql {
  if (actor.kind === "system") return Prisma.sql`true`;
  const { id } = actor;
  return Prisma.sql`(review.owner_id = ${id}::uuid OR review.facilitator_id = ${id}::uuid
    OR EXISTS (SELECT FROM incident WHERE incident.id = review.incident_id AND ${incidentVisibleSql(actor)})
    OR EXISTS (SELECT FROM review_person p WHERE p.review_id = review.id AND p.user_id = ${id}::uuid))`;
}

/**
 * Returns the review with a key as the actor can see it. Throws `not_found` for an unknown one and for one hidden from
 * them.
 */
export async function loadReview(ctx: Ctx, key: string): Promise<ReviewRecord> {
  const row = await ctx.db.review.findFirst({
    where: { AND: [{ number: numberOfKey(key) }, reviewVisibleTo(ctx.actor)] },
    select: REVIEW_SELECT,
  });
  if (!row) throw notFound();
  return row;
}
