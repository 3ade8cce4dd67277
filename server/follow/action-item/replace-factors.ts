import type { TxCtx } from "#server/base/kernel/transaction.ts";
import { checkFactors } from "./checks.ts";
import { readableFactors } from "./select.ts";

/** Sets which factors an action answers. Links to factors that the actor may not read stay as they are. */
export async function replaceFactors(tx: TxCtx, actionItemId: string, factorIds: readonly string[]): Promise<void> {
  await checkFactors(tx, factorIds);
  await tx.db.actionItemFactor.deleteMany({ where: { actionItemId, factor: readableFactors(tx.actor) } });
  await tx.db.actionItemFactor.createMany({
    data: [...new Set(factorIds)].map((factorId) => ({ actionItemId, factorId })),
  });
}
