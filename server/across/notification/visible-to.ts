import type { Prisma } from "#generated/prisma/client.ts";
import type { UserActor } from "#lib/base/access/actor.ts";
import { PREPARED } from "#server/base/db/prepared.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { actionKeyOf, reviewKeyOf } from "#server/base/kernel/keys.ts";
import { actionItemVisibleTo } from "#server/follow/action-item/index.ts";
import { incidentVisibleSql } from "#server/incidents/incident/index.ts";
import { reviewVisibleTo } from "#server/reviews/review/index.ts";

/**
 * The notifications that a person can still see. One about a restricted incident is hidden from people who can't read
 * what it links to: the incident, the review in which they are named, or their action.
 */
export async function notificationVisibleTo(ctx: Ctx, actor: UserActor): Promise<Prisma.NotificationWhereInput> {
  const hidden = await readHidden(ctx, actor);
  if (hidden.length === 0) return { userId: actor.id };
  const incidentIds = hidden.map(({ id }) => id);
  return {
    userId: actor.id,
    OR: [{ incidentId: null }, { incidentId: { notIn: incidentIds } }, ...(await waysLeft(ctx, actor, incidentIds))],
  };
}

/** The incidents that a person has messages about and can't read. One without a creator is neither visible nor not. */
const readHidden = (ctx: Ctx, actor: UserActor): Promise<{ id: string }[]> => ctx.db.$queryRaw<{ id: string }[]>`
  ${PREPARED} SELECT id FROM incident
  WHERE id IN (SELECT n.incident_id FROM notification n WHERE n.user_id = ${actor.id}::uuid)
    AND ${incidentVisibleSql(actor)} IS NOT TRUE`;

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
