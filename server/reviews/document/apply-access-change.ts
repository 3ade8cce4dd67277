import type { PrismaClient } from "#generated/prisma/client.ts";
import type { OutboxTopics } from "#server/base/kernel/outbox.ts";
import type { CollabServer } from "./server.ts";

/**
 * Applies a change of access to the document sockets of this process: they are closed, or become read-only, at once.
 */
export async function applyAccessChange(
  change: OutboxTopics["access.changed"],
  { collab, prisma }: { collab: CollabServer; prisma: PrismaClient },
): Promise<void> {
  if (change.sessionId) collab.closeSession(change.sessionId);
  else if (change.userId) await collab.recheck({ userId: change.userId });
  if (change.reviewId) await collab.recheck({ reviewId: change.reviewId });
  if (!change.incidentId) return;
  const reviews = await prisma.review.findMany({ where: { incidentId: change.incidentId }, select: { id: true } });
  await Promise.all(reviews.map(({ id }) => collab.recheck({ reviewId: id })));
}
