import { actorId } from "#lib/base/access/actor.ts";
import type { DueMove } from "#lib/follow/action-item/due.ts";
import { fromLocalDateOrNull } from "#server/base/kernel/dates.ts";
import type { TxCtx } from "#server/base/kernel/transaction.ts";

/** Keeps a moved promise: the old date stays visible beside the reason. */
export async function keepDueMove(tx: TxCtx, actionItemId: string, { from, to, reason }: DueMove): Promise<void> {
  await tx.db.actionItemDueMove.create({
    data: {
      id: tx.newId(),
      actionItemId,
      fromDate: fromLocalDateOrNull(from),
      toDate: fromLocalDateOrNull(to),
      reason,
      movedById: actorId(tx.actor),
      movedAt: tx.now(),
    },
  });
}
