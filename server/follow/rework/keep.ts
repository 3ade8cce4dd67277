import type { ActionReworkKind } from "#generated/prisma/client.ts";
import { actorId } from "#lib/base/access/actor.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { toJson } from "#server/base/kernel/json.ts";

interface Rework {
  kind: ActionReworkKind;
  actionItemId: string;
  /** The other actions, or the strategic change. */
  otherIds?: string[];
  /** The facts that an undo needs. */
  detail: object;
}

/** Keeps what was done with an action, for the history of every side and for an undo. */
export async function keepRework(tx: TxCtx, { detail, otherIds = [], ...rework }: Rework): Promise<void> {
  await tx.db.actionRework.create({
    data: {
      ...{ ...rework, otherIds, id: tx.newId(), byId: actorId(tx.actor), at: tx.now() },
      detail: toJson(detail) as object,
    },
  });
}
