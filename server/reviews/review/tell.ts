import { actorId } from "#lib/base/access/actor.ts";
import { can } from "#lib/base/access/can.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { reviewKeyOf } from "#server/base/kernel/keys.ts";
import { notify } from "#server/base/kernel/notify.ts";
import { tellChannels } from "#server/base/kernel/tell-channels.ts";
import { ACTOR_SELECT, userActor } from "#server/people/auth/user-actor.ts";
import { reviewFacts } from "./facts.ts";
import type { ReviewRecord } from "./select.ts";

/**
 * Returns which people can read a review, without the actor. A title alone would reveal a restricted incident to
 * someone who was only mentioned, or who once had access.
 */
export async function readersAmong(
  tx: TxCtx,
  review: Parameters<typeof reviewFacts>[0],
  userIds: readonly string[],
): Promise<string[]> {
  const me = actorId(tx.actor);
  const users = await tx.db.user.findMany({
    where: { id: { in: userIds.filter((id) => id !== me) } },
    select: ACTOR_SELECT,
    orderBy: { id: "asc" },
  });
  return users
    .flatMap((user) => userActor(user, null) ?? [])
    .filter((actor) => can(actor, "review", "read", reviewFacts(review)))
    .map(({ id }) => id);
}

/**
 * Notifies the people named on a review, those who commented on it and the owners of its actions that readers have it,
 * or another version of it, but never who published it.
 */
export async function tellPublished(
  tx: TxCtx,
  review: ReviewRecord,
  { isFirst, note }: { isFirst: boolean; note: string },
): Promise<void> {
  const comments = await tx.db.comment.findMany({
    where: { thread: { reviewId: review.id }, authorId: { not: null }, deletedAt: null },
    select: { authorId: true },
    distinct: ["authorId"],
  });
  const ids = [
    ...[review.ownerId, review.facilitatorId, ...review.people.map(({ userId }) => userId)],
    ...[...review.actions.map(({ ownerId }) => ownerId), ...comments.map(({ authorId }) => authorId)],
  ];
  const key = reviewKeyOf(review.number);
  const [kind, done] = isFirst ? ["review.published", "Published"] : ["review.published_again", "Published again"];
  for (const userId of await readersAmong(tx, review, [...new Set(ids.flatMap((id) => id ?? []))]))
    await notify(tx, {
      ...{ userId, kind, subject: `${done}: ${key} ${review.title}`, body: note },
      ...{ href: `/reviews/${key}`, incidentId: review.incident.id },
    });
  const services = await tx.db.incidentService.findMany({
    where: { incidentId: review.incident.id },
    select: { service: { select: { ownerTeamId: true } } },
  });
  await tellChannels(tx, {
    ...{ kind: "published", words: `${done}: ${key} ${review.title}`, href: `/reviews/${key}` },
    ...{ teamIds: services.flatMap(({ service }) => service.ownerTeamId ?? []), incidentId: review.incident.id },
  });
}
