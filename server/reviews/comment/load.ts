import type { Prisma } from "#generated/prisma/client.ts";
import { notFound } from "#lib/base/errors.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { numberOfKey } from "#server/base/kernel/keys.ts";
import { REVIEW_FACTS, reviewVisibleTo } from "#server/reviews/review/index.ts";

const person = { select: { id: true, name: true } } as const;

export const THREAD_SELECT = {
  id: true,
  quote: true,
  blockId: true,
  onVersion: true,
  resolvedAt: true,
  resolvedById: true,
  version: true,
  comments: {
    select: {
      id: true,
      authorId: true,
      author: person,
      body: true,
      mentionIds: true,
      createdAt: true,
      editedAt: true,
      deletedAt: true,
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  },
} satisfies Prisma.CommentThreadSelect;

export type ThreadRecord = Prisma.CommentThreadGetPayload<{ select: typeof THREAD_SELECT }>;

/** Returns the review of a comment, or throws `not_found`. */
export async function findReview(ctx: Ctx, key: string) {
  const row = await ctx.db.review.findFirst({
    where: { AND: [{ number: numberOfKey(key) }, reviewVisibleTo(ctx.actor)] },
    select: { ...REVIEW_FACTS, id: true, number: true, title: true, incidentId: true, publishedThreads: true },
  });
  if (!row) throw notFound();
  return row;
}

export async function loadThread(ctx: Ctx, reviewId: string, id: string): Promise<ThreadRecord> {
  const row = await ctx.db.commentThread.findFirst({ where: { id, reviewId }, select: THREAD_SELECT });
  if (!row) throw notFound();
  return row;
}
