import { actorId } from "#lib/access/actor.ts";
import type { TxCtx } from "#server/kernel/transaction.ts";
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
 * or on another review of it, may not, except whoever says so. `before` is the review as it was.
 */
export async function followNames(tx: TxCtx, before: ReviewRecord): Promise<void> {
  const incidentId = before.incident.id;
  const reviews = await tx.db.review.findMany({ where: { incidentId }, select: NAMES });
  const named = new Set(reviews.flatMap(namedIn));
  const dropped = namedIn(before).filter((userId) => !named.has(userId) && userId !== actorId(tx.actor));
  await tx.db.incidentGrant.deleteMany({ where: { incidentId, userId: { in: dropped } } });
  await tx.db.incidentGrant.createMany({
    data: [...named].map((userId) => ({ id: tx.newId(), incidentId, userId })),
    skipDuplicates: true,
  });
}
