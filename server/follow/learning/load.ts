import type { Prisma } from "#generated/prisma/client.ts";
import type { Actor } from "#lib/base/access/actor.ts";
import { can, readsDraft } from "#lib/base/access/can.ts";
import { notFound } from "#lib/base/errors.ts";
import { learningKindOf } from "#lib/base/vocabulary/learning.ts";
import type { Learning } from "#lib/contract/learning.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { incidentKeyOf, reviewKeyOf } from "#server/base/kernel/keys.ts";
import { idsMergedInto, loadCanonicalFactor, presentConditions } from "#server/follow/canonical-factor/index.ts";
import {
  authorizeDraft,
  loadReview,
  publishedRows,
  REVIEW_FACTS,
  reviewFacts,
  reviewVisibleTo,
} from "#server/reviews/review/index.ts";

export const LEARNING_SELECT = {
  id: true,
  number: true,
  kind: true,
  statement: true,
  detail: true,
  canonicalFactorId: true,
  threadId: true,
  removedAt: true,
  version: true,
  incidentId: true,
  review: { select: { ...REVIEW_FACTS, id: true, number: true } },
  incident: { select: { number: true } },
  evidence: {
    where: { event: { removedAt: null } },
    select: { event: { select: { id: true, number: true, title: true } } },
    orderBy: { event: { number: "asc" } },
  },
} satisfies Prisma.LearningSelect;

export type LearningRecord = Prisma.LearningGetPayload<{ select: typeof LEARNING_SELECT }>;

/** Returns learnings for the API, with the names of only those conditions that the actor can read. */
export async function presentLearnings(ctx: Ctx, rows: readonly LearningRecord[]): Promise<Learning[]> {
  const conditions = await presentConditions(
    ctx,
    rows.flatMap(({ canonicalFactorId }) => canonicalFactorId ?? []),
  );
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    reviewKey: reviewKeyOf(row.review.number),
    incidentKey: incidentKeyOf(row.incident.number),
    kind: row.kind,
    statement: row.statement,
    detail: row.detail,
    evidence: row.evidence.map(({ event }) => ({ eventId: event.id, number: event.number, title: event.title })),
    condition: row.canonicalFactorId === null ? null : (conditions.get(row.canonicalFactorId) ?? null),
    threadId: row.threadId,
    removed: row.removedAt !== null,
    version: row.version,
    abilities: { edit: can(ctx.actor, "review", "write", reviewFacts(row.review)) },
  }));
}

/** The learnings of the reviews that an actor can read. */
export const learningVisibleTo = (actor: Actor): Prisma.LearningWhereInput => ({ review: reviewVisibleTo(actor) });

/** Returns one learning as the actor can see it, or throws `not_found`. */
export async function loadLearning(ctx: Ctx, id: string): Promise<LearningRecord> {
  const row = await ctx.db.learning.findFirst({
    where: { AND: [{ id }, learningVisibleTo(ctx.actor)] },
    select: LEARNING_SELECT,
  });
  if (!row) throw notFound();
  return row;
}

/** Returns a learning as the actor can see it. Throws `not_found` for an unknown or hidden one. */
export async function getLearning(ctx: Ctx, id: string): Promise<Learning> {
  const [learning] = await presentLearnings(ctx, [await loadLearning(ctx, id)]);
  if (!learning) throw notFound();
  return learning;
}

/**
 * Returns the learnings of a review, without removed ones. Throws `forbidden` for those who can only read its published
 * version, which contains them as they were.
 */
export async function listLearnings(ctx: Ctx, input: { key: string }): Promise<{ items: Learning[] }> {
  const review = await loadReview(ctx, input.key);
  authorizeDraft(ctx, reviewFacts(review));
  const rows = await ctx.db.learning.findMany({
    where: { reviewId: review.id, removedAt: null },
    select: LEARNING_SELECT,
    orderBy: [{ kind: "asc" }, { number: "asc" }],
  });
  return { items: await presentLearnings(ctx, rows) };
}

const MOST = 200;

/** Returns the learnings about a condition that the actor can read, newest first, including archived reviews. */
export async function learningsOfCondition(ctx: Ctx, input: { id: string }): Promise<{ items: Learning[] }> {
  const { id } = await loadCanonicalFactor(ctx, input.id);
  const rows = await ctx.db.learning.findMany({
    where: {
      AND: [{ canonicalFactorId: { in: await idsMergedInto(ctx, id) }, removedAt: null }, learningVisibleTo(ctx.actor)],
    },
    select: LEARNING_SELECT,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST,
  });
  return { items: await presentLearnings(ctx, await statedLearnings(ctx, rows)) };
}

/**
 * Returns learnings as the actor can read them: of a review of which they only get the published version, as it states
 * them, without those that aren't in it.
 */
async function statedLearnings(ctx: Ctx, rows: readonly LearningRecord[]): Promise<LearningRecord[]> {
  const isDraft = ({ review }: LearningRecord) => readsDraft(ctx.actor, reviewFacts(review));
  const reviewIds = rows.flatMap((row) => (isDraft(row) ? [] : row.review.id));
  const published = new Map((await publishedRows(ctx, "learnings", reviewIds)).map((row) => [row.key, row.cells]));
  return rows.flatMap((row) => {
    if (isDraft(row)) return row;
    const cells = published.get(row.id);
    if (!cells) return [];
    const [statement = "", words = "", detail = ""] = cells;
    const kind = learningKindOf(words) ?? row.kind;
    // What it cites in the version is a label there, and what it cites now is for those who read the draft.
    return { ...row, kind, statement, detail, evidence: [], threadId: null };
  });
}
