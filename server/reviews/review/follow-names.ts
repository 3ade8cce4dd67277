import { actorId } from "#lib/base/access/actor.ts";
import type { TxCtx } from "#server/base/kernel/transaction.ts";
import type { ReviewRecord } from "./select.ts";

interface Names {
  ownerId: string | null;
  facilitatorId: string | null;
  people: readonly { userId: string }[];
}

const NAMES = { ownerId: true, facilitatorId: true, people: { select: { userId: true } } } as const;

const namedIn = ({ ownerId, facilitatorId, people }: Names): string[] =>
  [ownerId, facilitatorId, ...people.map(({ userId }) => userId)].filter((userId) => userId !== null);

/**
 * People named on the review of a restricted incident may read the facts that it renders; who is named no longer, there
 * or on another review of it, may not, except who was given it besides and whoever says so. `before` is the review as it was.
 */
export async function followNames(tx: TxCtx, before: ReviewRecord): Promise<void> {
  const incidentId = before.incident.id;
  const reviews = await tx.db.review.findMany({ where: { incidentId }, select: NAMES });
  const named = [...new Set(reviews.flatMap(namedIn))];
  const me = actorId(tx.actor);
  const dropped = namedIn(before).filter((userId) => !named.includes(userId));
  const lost = { incidentId, userId: { in: dropped } };
  if (me !== null && dropped.includes(me))
    await tx.db.incidentGrant.updateMany({ where: { incidentId, userId: me }, data: { given: true } });
  await tx.db.incidentGrant.deleteMany({ where: { ...lost, given: false } });
  await tx.db.incidentGrant.updateMany({ where: lost, data: { named: false } });
  await tx.db.incidentGrant.updateMany({ where: { incidentId, userId: { in: named } }, data: { named: true } });
  await tx.db.incidentGrant.createMany({
    data: named.map((userId) => ({ id: tx.newId(), incidentId, userId, given: false, named: true })),
    skipDuplicates: true,
  });
}
