import type { Prisma } from "#generated/prisma/client.ts";
import type { UserActor } from "#lib/access/actor.ts";
import { incidentVisibleTo } from "#server/incident/index.ts";
import type { Ctx } from "#server/kernel/context.ts";

/**
 * The notifications of a person that they may still see. One about a restricted incident is gone for who has no way
 * left to it: neither the incident itself, nor a review of it in which they are named, nor an action of theirs.
 */
export async function notificationVisibleTo(ctx: Ctx, actor: UserActor): Promise<Prisma.NotificationWhereInput> {
  const about = await ctx.db.notification.groupBy({
    by: ["incidentId"],
    where: { userId: actor.id, incidentId: { not: null } },
  });
  if (about.length === 0) return { userId: actor.id };
  const named = {
    OR: [{ ownerId: actor.id }, { facilitatorId: actor.id }, { people: { some: { userId: actor.id } } }],
  };
  const hidden = await ctx.db.incident.findMany({
    where: {
      id: { in: about.flatMap(({ incidentId }) => incidentId ?? []) },
      restricted: true,
      NOT: incidentVisibleTo(actor),
      reviews: { none: named },
      actions: { none: { ownerId: actor.id } },
    },
    select: { id: true },
  });
  if (hidden.length === 0) return { userId: actor.id };
  return {
    userId: actor.id,
    OR: [{ incidentId: null }, { incidentId: { notIn: hidden.map(({ id }) => id) } }],
  };
}
