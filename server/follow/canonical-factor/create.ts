import { actorId } from "#lib/base/access/actor.ts";
import type { CanonicalFactor, canonicalFactorContract } from "#lib/contract/canonical-factor.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { restrictionOf } from "./load.ts";
import { authorizeAndMove } from "./move-factor.ts";
import { getCanonicalFactor } from "./present.ts";

/** Creates a condition and links factors to it. Throws `conflict` with the newer factor for a stale version. */
export async function createCanonicalFactor(
  ctx: Ctx,
  { name, factors }: InputOf<typeof canonicalFactorContract.create>,
): Promise<CanonicalFactor> {
  return transact(ctx, async (tx) => {
    const id = tx.newId();
    await tx.db.canonicalFactor.create({
      data: { id, name, createdById: actorId(tx.actor), createdAt: tx.now() },
    });
    for (const factor of factors) await authorizeAndMove(tx, factor, id);
    return record(tx, {
      action: "canonical_factor.created",
      id,
      incidentId: await restrictionOf(tx, id),
      after: { name },
      answer: () => getCanonicalFactor(tx, { id }),
    });
  });
}
