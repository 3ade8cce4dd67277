import { actorId } from "#lib/base/access/actor.ts";
import { notFound } from "#lib/base/errors.ts";
import type { Factor, factorContract } from "#lib/contract/factor.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { numberOfKey } from "#server/base/kernel/keys.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { threadOf } from "#server/reviews/comment/index.ts";
import { REVIEW_FACTS, reviewFacts, reviewVisibleTo } from "#server/reviews/review/index.ts";
import { getFactor } from "./load.ts";
import { writeEvidence } from "./write-evidence.ts";

/** Adds a contributing factor after the others of its review. */
export async function createFactor(ctx: Ctx, input: InputOf<typeof factorContract.create>): Promise<Factor> {
  return transact(ctx, async (tx) => {
    const review = await tx.db.review.findFirst({
      where: { AND: [{ number: numberOfKey(input.key) }, reviewVisibleTo(tx.actor)] },
      select: { ...REVIEW_FACTS, id: true, incidentId: true },
    });
    if (!review) throw notFound();
    authorize(tx, "review", "write", reviewFacts(review));
    await tx.db.$queryRaw`SELECT id FROM review WHERE id = ${review.id}::uuid FOR NO KEY UPDATE`;
    const last = await tx.db.factor.aggregate({
      where: { reviewId: review.id },
      _max: { number: true, position: true },
    });
    const id = tx.newId();
    const { key: _key, evidence, explains = [], actedBy = null, threadId, ...fields } = input;
    await tx.db.factor.create({
      data: {
        id,
        reviewId: review.id,
        incidentId: review.incidentId,
        number: (last._max.number ?? 0) + 1,
        position: (last._max.position ?? 0) + 1,
        ...fields,
        explains,
        actedBy,
        threadId: await threadOf(tx, review.id, threadId),
        createdById: actorId(tx.actor),
        createdAt: tx.now(),
      },
    });
    await writeEvidence(tx, { id, incidentId: review.incidentId }, evidence);
    return record(tx, {
      action: "factor.added",
      id,
      incidentId: review.incidentId,
      reviewId: review.id,
      after: input,
      answer: () => getFactor(tx, id),
    });
  });
}
