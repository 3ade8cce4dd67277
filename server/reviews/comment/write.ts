import { actorId } from "#lib/base/access/actor.ts";
import { invalid } from "#lib/base/errors.ts";
import type { commentContract, Thread } from "#lib/contract/comment.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { reviewKeyOf } from "#server/base/kernel/keys.ts";
import { notify } from "#server/base/kernel/notify.ts";
import { record } from "#server/base/kernel/record.ts";
import { refuseDuplicate } from "#server/base/kernel/refuse-duplicate.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { readersAmong, reviewFacts } from "#server/reviews/review/index.ts";
import { findReview, loadThread } from "./load.ts";
import { presentThread } from "./present.ts";

type Review = Awaited<ReturnType<typeof findReview>>;

/**
 * Notifies the people mentioned, and those who wrote in the thread before, if they can read the review, but never the
 * writer.
 */
async function notifyOfComment(
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

interface NewComment {
  threadId: string;
  body: string;
  mentionIds: string[];
}

async function insertComment(tx: TxCtx, { threadId, body, mentionIds }: NewComment): Promise<void> {
  const wanted = [...new Set(mentionIds)];
  const known = await tx.db.user.count({ where: { id: { in: wanted } } });
  if (known !== wanted.length) throw invalid("mentionIds", "One of the people mentioned doesn't exist");
  await tx.db.comment.create({
    data: { id: tx.newId(), threadId, authorId: actorId(tx.actor), body, mentionIds: wanted, createdAt: tx.now() },
  });
}

async function checkPublished(tx: TxCtx, reviewId: string, number: number): Promise<void> {
  const found = await tx.db.reviewVersion.count({ where: { reviewId, number, publishedAt: { not: null } } });
  if (found === 0) throw invalid("version", "Choose a version that was published");
}

/** Opens a thread on a passage. The browser can choose the id, which the mark in the text has. */
export async function startThread(ctx: Ctx, input: InputOf<typeof commentContract.start>): Promise<Thread> {
  return transact(ctx, async (tx) => {
    const review = await findReview(tx, input.key);
    authorize(tx, "review", "comment", reviewFacts(review));
    const id = input.id ?? tx.newId();
    const onVersion = input.version ?? null;
    if (onVersion !== null) await checkPublished(tx, review.id, onVersion);
    const { quote, blockId } = input;
    const thread = { id, reviewId: review.id, quote, blockId, onVersion, createdAt: tx.now() };
    const opened = tx.db.commentThread.create({ data: thread });
    await refuseDuplicate(opened, "id", "This thread already exists. Leave out the id");
    await insertComment(tx, { threadId: id, body: input.body, mentionIds: input.mentionIds });
    await notifyOfComment(tx, review, { threadId: id, body: input.body, mentionIds: input.mentionIds });
    return record(tx, {
      action: "comment.added",
      id,
      incidentId: review.incidentId,
      reviewId: review.id,
      after: { quote: input.quote },
      answer: async () => presentThread(tx, await loadThread(tx, review.id, id)),
    });
  });
}

/** Replies in a thread. A resolved one is reopened. */
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
    return record(tx, {
      action: "comment.added",
      id: thread.id,
      incidentId: review.incidentId,
      reviewId: review.id,
      answer: async () => presentThread(tx, await loadThread(tx, review.id, thread.id)),
    });
  });
}
