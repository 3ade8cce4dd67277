import { actorId } from "#lib/base/access/actor.ts";
import { invalid, refuse } from "#lib/base/errors.ts";
import type { CanonicalFactor, canonicalFactorContract } from "#lib/contract/canonical-factor.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { recordAll } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { requestionFixes } from "#server/follow/action-item/index.ts";
import { holdCanonicalFactors, restrictionOf } from "./load.ts";
import { getCanonicalFactor } from "./present.ts";
import { authorizeAndClaim } from "./rename.ts";

/** Moves some factors of a condition to a new one, and returns the new one. Merging both undoes it. */
export async function splitCanonicalFactor(
  ctx: Ctx,
  { id, version, name, factorIds }: InputOf<typeof canonicalFactorContract.split>,
): Promise<CanonicalFactor> {
  return transact(ctx, async (tx) => {
    await holdCanonicalFactors(tx, [id]);
    const before = await authorizeAndClaim(tx, { id, version });
    const moved = new Set(factorIds);
    const readable = before.factors.filter((factor) => moved.has(factor.id));
    if (readable.length !== moved.size) throw invalid("factorIds", "One of these factors is not linked to it");
    const stays = await tx.db.factor.count({
      where: { canonicalFactorId: id, removedAt: null, id: { notIn: factorIds } },
    });
    if (stays === 0) throw refuse("nothing_stays", "Leave at least one factor. To change the name, rename it instead.");
    const newId = tx.newId();
    await tx.db.canonicalFactor.create({
      data: { id: newId, name, createdById: actorId(tx.actor), createdAt: tx.now() },
    });
    await tx.db.factor.updateMany({
      where: { id: { in: factorIds } },
      data: { canonicalFactorId: newId, version: { increment: 1 } },
    });
    await requestionFixes(tx, factorIds);
    const incidentId = await restrictionOf(tx, newId);
    return recordAll(
      tx,
      [
        { action: "canonical_factor.split", id, incidentId, after: { name, factorIds } },
        { action: "canonical_factor.split_off", id: newId, incidentId, after: { name } },
      ],
      () => getCanonicalFactor(tx, { id: newId }),
    );
  });
}
