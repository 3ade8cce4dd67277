import { actorId } from "#lib/base/access/actor.ts";
import type { commentContract, Thread } from "#lib/contract/comment.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { reviewFacts } from "#server/reviews/review/index.ts";
import { findReview, loadThread } from "./load.ts";
import { presentThread } from "./present.ts";

/** Resolves or reopens a thread. */
export async function resolveThread(ctx: Ctx, input: InputOf<typeof commentContract.resolve>): Promise<Thread> {
  return transact(ctx, async (tx) => {
    const review = await findReview(tx, input.key);
    authorize(tx, "review", "comment", reviewFacts(review));
    await loadThread(tx, review.id, input.id);
    const read = async () => presentThread(tx, await loadThread(tx, review.id, input.id));
    const changed = await tx.db.commentThread.updateMany({
      where: { id: input.id, version: input.version },
      data: {
        resolvedAt: input.resolved ? tx.now() : null,
        resolvedById: input.resolved ? actorId(tx.actor) : null,
        version: { increment: 1 },
      },
    });
    await guardVersion(changed, read);
    return record(tx, {
      action: input.resolved ? "comment_thread.resolved" : "comment_thread.reopened",
      id: input.id,
      incidentId: review.incidentId,
      reviewId: review.id,
      answer: read,
    });
  });
}
