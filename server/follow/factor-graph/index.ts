import { invalid, refuse } from "#lib/base/errors.ts";
import type { FactorGraph, factorGraphContract } from "#lib/contract/factor-graph.ts";
import { IMPACT_ID } from "#lib/follow/factor/graph.ts";
import { checkRelation } from "#lib/follow/factor/relations.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { tellScreens } from "#server/base/kernel/outbox.ts";
import { record, unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { authorizeDraft, loadReview, reviewFacts } from "#server/reviews/review/index.ts";

const ofReview = (reviewId: string) => ({ reviewId, removedAt: null });

async function readGraph(ctx: Ctx, reviewId: string): Promise<FactorGraph> {
  const relations = await ctx.db.factorRelation.findMany({
    where: { from: ofReview(reviewId), to: ofReview(reviewId) },
    orderBy: [{ from: { number: "asc" } }, { to: { number: "asc" } }, { relation: "asc" }],
  });
  const places = await ctx.db.factorPlace.findMany({
    where: { reviewId },
    select: { box: true, x: true, y: true },
    orderBy: { box: "asc" },
  });
  return { relations, places };
}

/**
 * Returns how the factors of a review are related. Throws `forbidden` for those who can only read its published version.
 */
export async function getFactorGraph(ctx: Ctx, input: { key: string }): Promise<FactorGraph> {
  const review = await loadReview(ctx, input.key);
  authorizeDraft(ctx, reviewFacts(review));
  return readGraph(ctx, review.id);
}

/** Returns a review whose graph the actor can change, held so that only one change is made to it at a time. */
async function holdGraph(tx: TxCtx, key: string) {
  const review = await loadReview(tx, key);
  authorize(tx, "review", "write", reviewFacts(review));
  await tx.db.$queryRaw`SELECT id FROM review WHERE id = ${review.id}::uuid FOR NO KEY UPDATE`;
  return review;
}

type Relation = InputOf<typeof factorGraphContract.relate>;

/** Relates two factors of one review. Rejects what the rules of the graph don't allow. */
export async function relateFactors(ctx: Ctx, { key, ...edge }: Relation): Promise<FactorGraph> {
  return transact(ctx, async (tx) => {
    const review = await holdGraph(tx, key);
    const ends = await tx.db.factor.count({ where: { ...ofReview(review.id), id: { in: [edge.fromId, edge.toId] } } });
    if (edge.fromId !== edge.toId && ends < 2) throw invalid("toId", "One of these factors isn't in this review");
    const checked = checkRelation(edge, (await readGraph(tx, review.id)).relations);
    if (!checked.ok) throw refuse(checked.rule, checked.message);
    // A relation of a removed factor is kept until the factor is restored.
    await tx.db.factorRelation.createMany({ data: [edge], skipDuplicates: true });
    return record(tx, {
      ...{ action: "factor.related", id: edge.fromId, incidentId: review.incident.id, reviewId: review.id },
      after: edge,
      answer: () => readGraph(tx, review.id),
    });
  });
}

/** Removes a relation of two factors. Nothing is recorded if there is none. */
export async function unrelateFactors(ctx: Ctx, { key, ...edge }: Relation): Promise<FactorGraph> {
  return transact(ctx, async (tx) => {
    const review = await holdGraph(tx, key);
    const { count } = await tx.db.factorRelation.deleteMany({ where: { ...edge, from: { reviewId: review.id } } });
    const answer = () => readGraph(tx, review.id);
    if (count === 0) return unrecorded("the relation no longer exists", answer);
    return record(tx, {
      ...{ action: "factor.unrelated", id: edge.fromId, incidentId: review.incident.id, reviewId: review.id },
      before: edge,
      answer,
    });
  });
}

/** Puts boxes in other places, or has them laid out again. */
export async function arrangeFactors(
  ctx: Ctx,
  input: InputOf<typeof factorGraphContract.arrange>,
): Promise<FactorGraph> {
  return transact(ctx, async (tx) => {
    const review = await holdGraph(tx, input.key);
    const reviewId = review.id;
    const factors = await tx.db.factor.findMany({ where: { reviewId }, select: { id: true } });
    const known = new Set([IMPACT_ID, ...factors.map(({ id }) => id)]);
    if (!input.places.every(({ box }) => known.has(box)))
      throw invalid("places", "One of these factors isn't in this review");
    const boxes = [...input.places.map(({ box }) => box), ...input.forget];
    await tx.db.factorPlace.deleteMany({ where: { reviewId, box: { in: boxes } } });
    const last = new Map(input.places.map((place) => [place.box, place]));
    await tx.db.factorPlace.createMany({ data: [...last.values()].map((place) => ({ reviewId, ...place })) });
    const why = "where a box is drawn says nothing about the factors";
    await tellScreens(tx, { noun: "factor", id: reviewId, incidentId: review.incident.id }, why);
    return unrecorded(why, () => readGraph(tx, reviewId));
  });
}
