import type { Prisma } from "#generated/prisma/client.ts";
import type { UserActor } from "#lib/base/access/actor.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { actionKeyOf, reviewKeyOf } from "#server/base/kernel/keys.ts";
import { actionItemVisibleTo } from "#server/follow/action-item/index.ts";
import { incidentHiddenFrom } from "#server/incidents/incident/index.ts";
import { reviewVisibleTo } from "#server/reviews/review/index.ts";

/**
 * The notifications that a person can still see. One about a restricted incident is hidden from people who can't read
 * what it links to: the incident, the review in which they are named, or their action.
 */
export async function notificationVisibleTo(ctx: Ctx, actor: UserActor): Promise<Prisma.NotificationWhereInput> {
  const about = await ctx.db.notification.groupBy({
    by: ["incidentId"],
    where: { userId: actor.id, incidentId: { not: null } },
  });
  if (about.length === 0) return { userId: actor.id };
  const hidden = await ctx.db.incident.findMany({
    where: {
      id: { in: about.flatMap(({ incidentId }) => incidentId ?? []) },
      ...incidentHiddenFrom(actor),
    },
    select: { id: true },
  });
  if (hidden.length === 0) return { userId: actor.id };
  const incidentIds = hidden.map(({ id }) => id);
  return {
    userId: actor.id,
    OR: [{ incidentId: null }, { incidentId: { notIn: incidentIds } }, ...(await waysLeft(ctx, actor, incidentIds))],
  };
}

/** Links that still work: single reviews and actions of incidents that are hidden from the person. */
async function waysLeft(ctx: Ctx, actor: UserActor, incidentIds: string[]): Promise<Prisma.NotificationWhereInput[]> {
  const of = { incidentId: { in: incidentIds } };
  const [reviews, actions] = await Promise.all([
    ctx.db.review.findMany({ where: { AND: [of, reviewVisibleTo(actor)] }, select: { number: true } }),
    ctx.db.actionItem.findMany({ where: { AND: [of, actionItemVisibleTo(actor)] }, select: { number: true } }),
  ]);
  const paths = [
    ...reviews.map(({ number }) => `/reviews/${reviewKeyOf(number)}`),
    ...actions.map(({ number }) => `/actions/${actionKeyOf(number)}`),
  ];
  return [{ href: { in: paths } }, ...paths.map((path) => ({ href: { startsWith: `${path}?` } }))];
}
