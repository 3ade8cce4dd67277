import type { Prisma } from "#generated/prisma/client.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { incidentVisibleTo } from "#server/incidents/incident/index.ts";
import { actionItemVisibleTo } from "./visible-to.ts";

const MOST_LISTED = 1000;

/**
 * The same rows as `actionItemVisibleTo`, said so that counting all of them joins nothing: what is hidden from one person
 * is a short list of incidents, without the reviews that name them. Where that list is long it falls back to the join.
 */
export async function countableBy(ctx: Ctx): Promise<Prisma.ActionItemWhereInput> {
  const { actor } = ctx;
  if (actor.kind === "system") return {};
  const { id } = actor;
  const hidden = await ctx.db.incident.findMany({
    where: { restricted: true, NOT: incidentVisibleTo(actor) },
    select: { id: true },
    take: MOST_LISTED + 1,
  });
  if (hidden.length === 0) return {};
  if (hidden.length > MOST_LISTED) return actionItemVisibleTo(actor);
  const incidentIds = hidden.map((incident) => incident.id);
  const isNamed = { OR: [{ ownerId: id }, { facilitatorId: id }, { people: { some: { userId: id } } }] };
  const named = await ctx.db.review.findMany({
    where: { AND: [{ incidentId: { in: incidentIds } }, isNamed] },
    select: { id: true },
  });
  return {
    OR: [
      { incidentId: null },
      { incidentId: { notIn: incidentIds } },
      { ownerId: id },
      { reviewId: { in: named.map((review) => review.id) } },
    ],
  };
}
