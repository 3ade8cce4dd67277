import { invalid } from "#lib/base/errors.ts";
import type { Factor, factorContract } from "#lib/contract/factor.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { given } from "#server/base/kernel/given.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { fieldsOf, record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { requestionFixes } from "#server/follow/action-item/index.ts";
import { reviewFacts } from "#server/reviews/review/index.ts";
import { getFactor, loadFactor } from "./load.ts";
import type { FactorRecord } from "./select.ts";
import { writeEvidence } from "./write-evidence.ts";

/** Changes, moves, removes or restores a factor, or changes its evidence. */
export async function updateFactor(ctx: Ctx, input: InputOf<typeof factorContract.update>): Promise<Factor> {
  return transact(ctx, async (tx) => {
    const before = await loadFactor(tx, input.id);
    authorize(tx, "review", "write", reviewFacts(before.review));
    const { id, version, ...asked } = input;
    const { evidence, removed, afterFactorId, ...fields } = asked;
    const read = () => getFactor(tx, id);
    const stoodBehind = afterFactorId === undefined ? null : await factorBefore(tx, before);
    const changed = await tx.db.factor.updateMany({
      where: { id, version },
      data: {
        ...given(fields),
        ...(removed === undefined ? {} : { removedAt: removed ? tx.now() : null }),
        ...(afterFactorId === undefined ? {} : { position: await positionBehind(tx, before.reviewId, afterFactorId) }),
        version: { increment: 1 },
      },
    });
    await guardVersion(changed, read);
    if (evidence) await writeEvidence(tx, before, evidence);
    if (removed !== undefined) await requestionFixes(tx, [id]);
    return record(tx, {
      action: removed ? "factor.removed" : "factor.updated",
      id,
      incidentId: before.incidentId,
      reviewId: before.reviewId,
      before: fieldsOf({ ...inWords(before), afterFactorId: stoodBehind }, asked),
      after: input,
      answer: read,
    });
  });
}

/** Returns the factor with the fields that can be changed. */
const inWords = ({ evidence, removedAt, ...row }: FactorRecord) => ({
  ...row,
  evidence: evidence.map(({ stance, event }) => ({ eventId: event.id, stance })),
  removed: removedAt !== null,
});

async function factorBefore(tx: TxCtx, { reviewId, position }: FactorRecord): Promise<string | null> {
  const where = { reviewId, removedAt: null, position: { lt: position } };
  return (await tx.db.factor.findFirst({ where, select: { id: true }, orderBy: { position: "desc" } }))?.id ?? null;
}

async function positionBehind(tx: TxCtx, reviewId: string, afterFactorId: string | null): Promise<number> {
  const ordered = await tx.db.factor.findMany({
    where: { reviewId, removedAt: null },
    select: { id: true, position: true },
    orderBy: { position: "asc" },
  });
  const at = afterFactorId === null ? -1 : ordered.findIndex((factor) => factor.id === afterFactorId);
  if (afterFactorId !== null && at < 0) throw invalid("afterFactorId", "Not a factor of this review");
  const low = ordered[at]?.position ?? (ordered[0]?.position ?? 1) - 1;
  const high = ordered[at + 1]?.position ?? low + 2;
  return (low + high) / 2;
}
