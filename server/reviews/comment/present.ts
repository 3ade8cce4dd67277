import { actorId } from "#lib/base/access/actor.ts";
import { readsDraft } from "#lib/base/access/can.ts";
import type { Thread } from "#lib/contract/comment.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import { reviewFacts } from "#server/reviews/review/index.ts";
import { findReview, THREAD_SELECT, type ThreadRecord } from "./load.ts";

/** Returns threads with the names of everyone mentioned. The text of a deleted comment isn't sent. */
export async function presentThreads(ctx: Ctx, rows: readonly ThreadRecord[]): Promise<Thread[]> {
  const ids = rows.flatMap((row) => [
    ...(row.resolvedById ? [row.resolvedById] : []),
    ...row.comments.flatMap((comment) => comment.mentionIds),
  ]);
  const people = await ctx.db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const byId = new Map(people.map((person) => [person.id, person]));
  const me = actorId(ctx.actor);
  return rows.map((row) => ({
    id: row.id,
    quote: row.quote,
    blockId: row.blockId,
    resolvedAt: toInstantOrNull(row.resolvedAt),
    resolvedBy: row.resolvedById === null ? null : (byId.get(row.resolvedById) ?? null),
    version: row.version,
    comments: row.comments.map((comment) => ({
      id: comment.id,
      author: comment.author,
      body: comment.deletedAt === null ? comment.body : "",
      mentions: comment.mentionIds.flatMap((id) => byId.get(id) ?? []),
      createdAt: comment.createdAt.toISOString(),
      editedAt: toInstantOrNull(comment.editedAt),
      deleted: comment.deletedAt !== null,
      mine: me !== null && comment.authorId === me,
    })),
  }));
}

export async function presentThread(ctx: Ctx, row: ThreadRecord): Promise<Thread> {
  const [thread] = await presentThreads(ctx, [row]);
  if (!thread) throw new Error("a thread was presented as nothing");
  return thread;
}

const MOST = 1000;

/**
 * Returns the comment threads of a review, oldest first, including resolved ones. Those who can't read the draft get the
 * threads whose mark is in the published version, or that were started on a published version.
 */
export async function listThreads(ctx: Ctx, input: { key: string }): Promise<{ items: Thread[] }> {
  const review = await findReview(ctx, input.key);
  const rows = await ctx.db.commentThread.findMany({
    where: { reviewId: review.id },
    select: THREAD_SELECT,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: MOST,
  });
  // People also comment on drafts, and quote them.
  const published = new Set(review.publishedThreads);
  const isDraft = readsDraft(ctx.actor, reviewFacts(review));
  const shown = rows.filter(({ id, onVersion }) => isDraft || onVersion !== null || published.has(id));
  return { items: await presentThreads(ctx, shown) };
}
