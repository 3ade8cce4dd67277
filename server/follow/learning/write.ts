import { actorId } from "#lib/base/access/actor.ts";
import type { Learning, learningContract } from "#lib/contract/learning.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { given } from "#server/base/kernel/given.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { fieldsOf, record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { loadCanonicalFactor } from "#server/follow/canonical-factor/index.ts";
import { assertInTimeline } from "#server/follow/factor/index.ts";
import { threadOf } from "#server/reviews/comment/index.ts";
import { loadReview, reviewFacts } from "#server/reviews/review/index.ts";
import { getLearning, type LearningRecord, loadLearning } from "./load.ts";

/** Adds a learning after the others of its review. */
export async function createLearning(ctx: Ctx, input: InputOf<typeof learningContract.create>): Promise<Learning> {
  return transact(ctx, async (tx) => {
    const review = await loadReview(tx, input.key);
    authorize(tx, "review", "write", reviewFacts(review));
    await tx.db.$queryRaw`SELECT id FROM review WHERE id = ${review.id}::uuid FOR NO KEY UPDATE`;
    const last = await tx.db.learning.aggregate({ where: { reviewId: review.id }, _max: { number: true } });
    const id = tx.newId();
    const incidentId = review.incident.id;
    const { key: _key, eventIds, conditionId, threadId, ...fields } = input;
    await tx.db.learning.create({
      data: {
        ...{ id, reviewId: review.id, incidentId, number: (last._max.number ?? 0) + 1, ...fields },
        canonicalFactorId: await conditionOf(tx, conditionId),
        threadId: await threadOf(tx, review.id, threadId),
        createdById: actorId(tx.actor),
        createdAt: tx.now(),
      },
    });
    await writeEvidence(tx, { id, incidentId }, eventIds);
    return record(tx, {
      ...{ action: "learning.added", id, incidentId, reviewId: review.id },
      after: input,
      answer: () => getLearning(tx, id),
    });
  });
}

/** Changes, removes or restores a learning, or changes its evidence. */
export async function updateLearning(ctx: Ctx, input: InputOf<typeof learningContract.update>): Promise<Learning> {
  return transact(ctx, async (tx) => {
    const before = await loadLearning(tx, input.id);
    authorize(tx, "review", "write", reviewFacts(before.review));
    const { id, version, ...asked } = input;
    const { eventIds, conditionId, removed, ...fields } = asked;
    const read = () => getLearning(tx, id);
    const changed = await tx.db.learning.updateMany({
      where: { id, version },
      data: {
        ...given(fields),
        ...(conditionId === undefined ? {} : { canonicalFactorId: await conditionOf(tx, conditionId) }),
        ...(removed === undefined ? {} : { removedAt: removed ? tx.now() : null }),
        version: { increment: 1 },
      },
    });
    await guardVersion(changed, read);
    if (eventIds) await writeEvidence(tx, before, eventIds);
    return record(tx, {
      action: removed ? "learning.removed" : "learning.updated",
      ...{ id, incidentId: before.incidentId, reviewId: before.review.id },
      before: fieldsOf(inWords(before), asked),
      after: input,
      answer: read,
    });
  });
}

/** Returns the learning with the fields that can be changed. */
const inWords = ({ evidence, removedAt, canonicalFactorId, ...row }: LearningRecord) => ({
  ...row,
  eventIds: evidence.map(({ event }) => event.id),
  conditionId: canonicalFactorId,
  removed: removedAt !== null,
});

/** Returns the id of a condition that the actor can read, including one that a merged one became part of. */
const conditionOf = async (tx: TxCtx, id: string | null): Promise<string | null> =>
  id === null ? null : (await loadCanonicalFactor(tx, id)).id;

async function writeEvidence(
  tx: TxCtx,
  learning: { id: string; incidentId: string },
  eventIds: readonly string[],
): Promise<void> {
  const events = new Set(eventIds);
  await assertInTimeline(tx, learning.incidentId, { field: "eventIds", events });
  await tx.db.learningEvidence.deleteMany({ where: { learningId: learning.id } });
  await tx.db.learningEvidence.createMany({
    data: [...events].map((eventId) => ({ learningId: learning.id, eventId })),
  });
}
