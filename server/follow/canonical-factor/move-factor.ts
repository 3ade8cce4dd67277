import { authorize } from "#server/base/kernel/authorize.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import { requestionFixes } from "#server/follow/action-item/index.ts";
import { type FactorRecord, getFactor, loadFactor } from "#server/follow/factor/index.ts";
import { reviewFacts } from "#server/reviews/review/index.ts";

/**
 * Moves a factor to a condition, or out of its own for null. A condition that it leaves remembers it. Throws
 * `forbidden` unless the actor can write in the factor's review, and `conflict` with the newer factor.
 */
export async function authorizeAndMove(
  tx: TxCtx,
  { id, version }: { id: string; version: number },
  canonicalFactorId: string | null,
): Promise<FactorRecord> {
  const factor = await loadFactor(tx, id);
  authorize(tx, "review", "write", reviewFacts(factor.review));
  const changed = await tx.db.factor.updateMany({
    where: { id, version },
    data: { canonicalFactorId, version: { increment: 1 } },
  });
  await guardVersion(changed, () => getFactor(tx, id));
  const left = factor.canonicalFactor?.id;
  if (left && left !== canonicalFactorId)
    await tx.db.canonicalFactor.update({ where: { id: left }, data: { lastFactorId: id } });
  await requestionFixes(tx, [id]);
  return factor;
}
