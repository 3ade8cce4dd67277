import type { Prisma } from "#generated/prisma/client.ts";
import type { Actor } from "#lib/base/access/actor.ts";
import { can, readsDraft } from "#lib/base/access/can.ts";
import { invalid, notFound } from "#lib/base/errors.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { reviewKeyOf } from "#server/base/kernel/keys.ts";
import { loadReviewHead, REVIEW_FACTS, readersAmong, reviewFacts } from "#server/reviews/review/index.ts";
import type { ThreadSubject } from "./subject.ts";

const person = { select: { id: true, name: true } } as const;

export const THREAD_SELECT = {
  id: true,
  quote: true,
  blockId: true,
  onVersion: true,
  resolvedAt: true,
  resolvedById: true,
  assigneeId: true,
  assignee: person,
  doneAt: true,
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
      reactions: {
        select: { kind: true, user: person },
        orderBy: [{ createdAt: "asc" }, { userId: "asc" }],
      },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  },
} satisfies Prisma.CommentThreadSelect;

export type ThreadRecord = Prisma.CommentThreadGetPayload<{ select: typeof THREAD_SELECT }>;

/** Fields of a review that its threads need. */
export const THREAD_REVIEW = {
  ...REVIEW_FACTS,
  id: true,
  number: true,
  title: true,
  incidentId: true,
  publishedThreads: true,
} satisfies Prisma.ReviewSelect;

export type ThreadReview = Prisma.ReviewGetPayload<{ select: typeof THREAD_REVIEW }>;

/**
 * Returns whether an actor can read a thread. Those who can't read the draft get the threads whose mark is in the
 * published version, or that were started on a published version: people also comment on drafts, and quote them.
 */
export function readsThread(
  actor: Actor,
  review: ThreadReview,
  { id, onVersion }: { id: string; onVersion: number | null },
): boolean {
  const facts = reviewFacts(review);
  if (!can(actor, "review", "read", facts)) return false;
  return readsDraft(actor, facts) || onVersion !== null || review.publishedThreads.includes(id);
}

/**
 * Returns the id of a thread that a record is made from. Throws `invalid` if the actor doesn't read it in this review.
 */
export async function threadOf(ctx: Ctx, reviewId: string | null, id: string | undefined): Promise<string | null> {
  if (id === undefined) return null;
  const row =
    reviewId === null
      ? null
      : await ctx.db.commentThread.findFirst({
          where: { id, reviewId },
          select: { id: true, onVersion: true, review: { select: THREAD_REVIEW } },
        });
  if (!row?.review || !readsThread(ctx.actor, row.review, row))
    throw invalid("threadId", "This comment doesn't exist in this review");
  return row.id;
}

/** Returns a thread about a subject. Throws `not_found` for an unknown one. */
export async function loadThread(ctx: Ctx, { column }: ThreadSubject, id: string): Promise<ThreadRecord> {
  const row = await ctx.db.commentThread.findFirst({ where: { ...column, id }, select: THREAD_SELECT });
  if (!row) throw notFound();
  return row;
}

/** A review as what threads are about. */
export async function findReviewSubject(ctx: Ctx, key: string): Promise<ThreadSubject> {
  const review = await loadReviewHead(ctx, key);
  return {
    id: review.id,
    column: { reviewId: review.id },
    title: review.title,
    href: `/reviews/${reviewKeyOf(review.number)}`,
    incidentId: review.incidentId,
    followers: [],
    mayComment: can(ctx.actor, "review", "comment", reviewFacts(review)),
    reads: async (_, actor, thread) => readsThread(actor, review, thread),
    readersAmong: (tx, ids) => readersAmong(tx, review, ids),
    async checkPassage(tx, { onVersion: number }) {
      if (number === null) return;
      const where = { reviewId: review.id, number, publishedAt: { not: null } };
      if ((await tx.db.reviewVersion.count({ where })) === 0)
        throw invalid("version", "Choose a version that was published");
    },
  };
}
