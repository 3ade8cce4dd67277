import { actorId } from "#lib/base/access/actor.ts";
import type { commentContract, Thread } from "#lib/contract/comment.ts";
import { audit } from "#server/base/kernel/audit.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { emit } from "#server/base/kernel/outbox.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { reviewFacts } from "#server/reviews/review/index.ts";
import { findReview, loadThread } from "./load.ts";
import { presentThread } from "./present.ts";

/** Resolves a thread or opens it again. */
export async function resolveThread(ctx: Ctx, input: InputOf<typeof commentContract.resolve>): Promise<Thread> {
  return transact(ctx, async (tx) => {
    const review = await findReview(tx, input.key);
    authorize(tx, "review", "comment", reviewFacts(review));
    await loadThread(tx, review.id, input.id);
    const changed = await tx.db.commentThread.updateMany({
      where: { id: input.id, version: input.version },
      data: {
        resolvedAt: input.resolved ? tx.now() : null,
        resolvedById: input.resolved ? actorId(tx.actor) : null,
        version: { increment: 1 },
      },
    });
    await guardVersion(changed, async () => presentThread(tx, await loadThread(tx, review.id, input.id)));
    await audit(tx, {
      action: input.resolved ? "comment_thread.resolved" : "comment_thread.reopened",
      noun: "comment_thread",
      nounId: input.id,
      incidentId: review.incidentId,
    });
    await emit(tx, "record.changed", { noun: "comment", id: review.id, incidentId: review.incidentId });
    return presentThread(tx, await loadThread(tx, review.id, input.id));
  });
}
