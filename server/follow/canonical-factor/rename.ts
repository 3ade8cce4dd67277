import type { CanonicalFactor, canonicalFactorContract } from "#lib/contract/canonical-factor.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { canonicalFactorFacts, loadCanonicalFactor, restrictionOf } from "./load.ts";
import { getCanonicalFactor } from "./present.ts";
import type { CanonicalFactorRecord } from "./select.ts";

/**
 * Returns a condition that the actor can change, with its version increased. Throws `conflict` with the newer condition
 * for a stale version, or if it was merged into another one.
 */
export async function authorizeAndClaim(
  tx: TxCtx,
  { id, version }: { id: string; version: number },
  data: { name?: string } = {},
): Promise<CanonicalFactorRecord> {
  const before = await loadCanonicalFactor(tx, id);
  authorize(tx, "canonicalFactor", "edit", canonicalFactorFacts(before));
  const changed = await tx.db.canonicalFactor.updateMany({
    where: { id, version, mergedIntoId: null },
    data: { ...data, version: { increment: 1 } },
  });
  await guardVersion(changed, () => getCanonicalFactor(tx, { id }));
  return before;
}

/** Renames a condition. Its factors keep their own statements. */
export async function renameCanonicalFactor(
  ctx: Ctx,
  { id, version, name }: InputOf<typeof canonicalFactorContract.rename>,
): Promise<CanonicalFactor> {
  return transact(ctx, async (tx) => {
    const before = await authorizeAndClaim(tx, { id, version }, { name });
    return record(tx, {
      action: "canonical_factor.renamed",
      id,
      incidentId: await restrictionOf(tx, id),
      before: { name: before.name },
      after: { name },
      answer: () => getCanonicalFactor(tx, { id }),
    });
  });
}
