import type { Prisma } from "#generated/prisma/client.ts";
import { type Actor, actorId } from "#lib/base/access/actor.ts";
import { notFound } from "#lib/base/errors.ts";
import type { Recollection } from "#lib/contract/interview.ts";
import { INTERVIEW_THEMES } from "#lib/reviews/interview/questions.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import { reviewKeyOf } from "#server/base/kernel/keys.ts";
import {
  authorizeDraft,
  loadReview,
  REVIEW_FACTS,
  reviewFacts,
  reviewVisibleTo,
} from "#server/reviews/review/index.ts";

const SELECT = {
  id: true,
  authorId: true,
  author: { select: { id: true, name: true } },
  theme: true,
  question: true,
  body: true,
  event: { select: { id: true, number: true, title: true, at: true, removedAt: true } },
  createdAt: true,
  sharedAt: true,
  removedAt: true,
  version: true,
  reviewId: true,
  review: { select: { ...REVIEW_FACTS, number: true, incidentId: true } },
} satisfies Prisma.RecollectionSelect;

export type RecollectionRecord = Prisma.RecollectionGetPayload<{ select: typeof SELECT }>;

/**
 * The recollections that an actor can read: their own, and shared ones of the reviews that they can read. No role reads
 * a private one, and neither does the system.
 */
export function recollectionVisibleTo(actor: Actor): Prisma.RecollectionWhereInput {
  const me = actorId(actor);
  const isShared = { sharedAt: { not: null }, removedAt: null };
  return { review: reviewVisibleTo(actor), OR: me === null ? [isShared] : [{ authorId: me }, isShared] };
}

function present(ctx: Ctx, row: RecollectionRecord): Recollection {
  const { event } = row;
  return {
    id: row.id,
    reviewKey: reviewKeyOf(row.review.number),
    author: row.author,
    theme: INTERVIEW_THEMES.find((theme) => theme === row.theme) ?? "cues",
    question: row.question,
    body: row.body,
    event:
      event && event.removedAt === null
        ? { id: event.id, number: event.number, title: event.title, at: toInstantOrNull(event.at) }
        : null,
    createdAt: row.createdAt.toISOString(),
    sharedAt: toInstantOrNull(row.sharedAt),
    removed: row.removedAt !== null,
    mine: row.authorId === actorId(ctx.actor),
    version: row.version,
  };
}

/** Returns a recollection as the actor can see it, or throws `not_found`, even for a private one of someone else. */
export async function loadRecollection(ctx: Ctx, id: string): Promise<RecollectionRecord> {
  const row = await ctx.db.recollection.findFirst({
    where: { AND: [{ id }, recollectionVisibleTo(ctx.actor)] },
    select: SELECT,
  });
  if (!row) throw notFound();
  return row;
}

export const getRecollection = async (ctx: Ctx, id: string): Promise<Recollection> =>
  present(ctx, await loadRecollection(ctx, id));

/**
 * Returns one's own recollections for a review and those that others shared, oldest first. Throws `forbidden` for those
 * who can only read its published version.
 */
export async function listRecollections(ctx: Ctx, input: { key: string }): Promise<{ items: Recollection[] }> {
  const review = await loadReview(ctx, input.key);
  authorizeDraft(ctx, reviewFacts(review));
  const rows = await ctx.db.recollection.findMany({
    where: { AND: [{ reviewId: review.id, removedAt: null }, recollectionVisibleTo(ctx.actor)] },
    select: SELECT,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return { items: rows.map((row) => present(ctx, row)) };
}
