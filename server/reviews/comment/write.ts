import { actorId } from "#lib/base/access/actor.ts";
import { invalid } from "#lib/base/errors.ts";
import type { commentContract, Thread } from "#lib/contract/comment.ts";
import { audit } from "#server/base/kernel/audit.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { emit } from "#server/base/kernel/outbox.ts";
import { type TxCtx, transact } from "#server/base/kernel/transaction.ts";
import { reviewFacts } from "#server/reviews/review/index.ts";
import { findReview, loadThread } from "./load.ts";
import { notifyOfComment } from "./notify.ts";
import { presentThread } from "./present.ts";

interface NewComment {
  threadId: string;
  body: string;
  mentionIds: string[];
}

async function insertComment(tx: TxCtx, { threadId, body, mentionIds }: NewComment): Promise<void> {
  const wanted = [...new Set(mentionIds)];
  const known = await tx.db.user.count({ where: { id: { in: wanted } } });
  if (known !== wanted.length) throw invalid("mentionIds", "One of the people mentioned does not exist");
  await tx.db.comment.create({
    data: { id: tx.newId(), threadId, authorId: actorId(tx.actor), body, mentionIds: wanted, createdAt: tx.now() },
  });
}

/** Opens a thread on a passage. The browser may choose the id, which the mark in the text carries. */
export async function startThread(ctx: Ctx, input: InputOf<typeof commentContract.start>): Promise<Thread> {
  return transact(ctx, async (tx) => {
    const review = await findReview(tx, input.key);
    authorize(tx, "review", "comment", reviewFacts(review));
    const id = input.id ?? tx.newId();
    if (await tx.db.commentThread.findUnique({ where: { id }, select: { id: true } }))
      throw invalid("id", "This thread exists already; leave the id out");
    await tx.db.commentThread.create({
      data: { id, reviewId: review.id, quote: input.quote, blockId: input.blockId, createdAt: tx.now() },
    });
    await insertComment(tx, { threadId: id, body: input.body, mentionIds: input.mentionIds });
    await notifyOfComment(tx, review, { threadId: id, body: input.body, mentionIds: input.mentionIds });
    await audit(tx, {
      action: "comment.added",
      noun: "comment_thread",
      nounId: id,
      incidentId: review.incidentId,
      after: { quote: input.quote },
    });
    await emit(tx, "record.changed", { noun: "comment", id: review.id, incidentId: review.incidentId });
    return presentThread(tx, await loadThread(tx, review.id, id));
  });
}

/** Answers in a thread; a resolved one opens again. */
export async function replyToThread(ctx: Ctx, input: InputOf<typeof commentContract.reply>): Promise<Thread> {
  return transact(ctx, async (tx) => {
    const review = await findReview(tx, input.key);
    authorize(tx, "review", "comment", reviewFacts(review));
    const thread = await loadThread(tx, review.id, input.id);
    await insertComment(tx, { threadId: thread.id, body: input.body, mentionIds: input.mentionIds });
    await tx.db.commentThread.update({
      where: { id: thread.id },
      data: { resolvedAt: null, resolvedById: null, version: { increment: 1 } },
    });
    await notifyOfComment(tx, review, { threadId: thread.id, body: input.body, mentionIds: input.mentionIds });
    await audit(tx, {
      action: "comment.added",
      noun: "comment_thread",
      nounId: thread.id,
      incidentId: review.incidentId,
    });
    await emit(tx, "record.changed", { noun: "comment", id: review.id, incidentId: review.incidentId });
    return presentThread(tx, await loadThread(tx, review.id, thread.id));
  });
}
