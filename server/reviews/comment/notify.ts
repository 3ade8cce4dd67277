import { actorId } from "#lib/base/access/actor.ts";
import { can } from "#lib/base/access/can.ts";
import { reviewKeyOf } from "#server/base/kernel/keys.ts";
import { notify } from "#server/base/kernel/notify.ts";
import type { TxCtx } from "#server/base/kernel/transaction.ts";
import { ACTOR_SELECT, userActor } from "#server/people/auth/user-actor.ts";
import { reviewFacts } from "#server/reviews/review/index.ts";
import type { findReview } from "./load.ts";

type Review = Awaited<ReturnType<typeof findReview>>;

/** Tells the people mentioned, and those who wrote in the thread before, who may read the review; never the writer. */
export async function notifyOfComment(
  tx: TxCtx,
  review: Review,
  comment: { threadId: string; body: string; mentionIds: string[] },
): Promise<void> {
  const writer = tx.actor.kind === "user" ? tx.actor.name : "Afterword";
  const before = await tx.db.comment.findMany({
    where: { threadId: comment.threadId, authorId: { not: null } },
    select: { authorId: true },
    distinct: ["authorId"],
  });
  const mentioned = new Set(comment.mentionIds);
  const others = before.flatMap((row) => row.authorId ?? []).filter((id) => !mentioned.has(id));
  const base = {
    body: comment.body.slice(0, 500),
    href: `/reviews/${reviewKeyOf(review.number)}?thread=${comment.threadId}`,
    incidentId: review.incidentId,
  };
  for (const userId of await readersAmong(tx, review, [...mentioned, ...others])) {
    const [kind, does] = mentioned.has(userId) ? ["mention", "mentioned you"] : ["comment", "answered"];
    await notify(tx, { ...base, userId, kind, subject: `${writer} ${does} in “${review.title}”` });
  }
}

// A title alone would tell of a restricted incident to somebody who was only mentioned, or was let in once.
async function readersAmong(tx: TxCtx, review: Review, userIds: readonly string[]): Promise<string[]> {
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
