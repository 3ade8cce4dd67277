import { notFound } from "#lib/base/errors.ts";
import type { commentContract, Thread } from "#lib/contract/comment.ts";
import { authorize, authorizeSelf } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record, unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { reviewFacts } from "#server/reviews/review/index.ts";
import { findReview, loadThread } from "./load.ts";
import { presentThread } from "./present.ts";

/**
 * Adds or removes my reaction to a comment. The input states the result, so a repeated request changes nothing. It
 * notifies no one and leaves the version of the thread, so it never conflicts with a reply or an assignment.
 */
export async function reactToComment(ctx: Ctx, input: InputOf<typeof commentContract.react>): Promise<Thread> {
  return transact(ctx, async (tx) => {
    const review = await findReview(tx, input.key);
    authorize(tx, "review", "comment", reviewFacts(review));
    const { id: userId } = authorizeSelf(tx, "write");
    const comment = await tx.db.comment.findFirst({
      where: { id: input.id, deletedAt: null, thread: { reviewId: review.id } },
      select: { id: true, threadId: true },
    });
    if (!comment) throw notFound();
    const mine = { commentId: comment.id, kind: input.kind, userId };
    const { count } = input.on
      ? await tx.db.commentReaction.createMany({ data: [{ ...mine, createdAt: tx.now() }], skipDuplicates: true })
      : await tx.db.commentReaction.deleteMany({ where: mine });
    const answer = async () => presentThread(tx, await loadThread(tx, review.id, comment.threadId));
    if (count === 0) return unrecorded("the reaction was there already, or wasn't there", answer);
    return record(tx, {
      action: input.on ? "comment.reacted" : "comment.reaction_removed",
      id: comment.threadId,
      incidentId: review.incidentId,
      reviewId: review.id,
      after: { kind: input.kind },
      answer,
    });
  });
}
