import type { ActionItem } from "#lib/contract/action-item.ts";
import type { actionPartContract } from "#lib/contract/action-part.ts";
import { authorizeSelf } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record, unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { loadActionItem } from "./load.ts";
import { presentActionItem } from "./present.ts";

/**
 * Watches an action that I can read, or stops. The input states the result, and the version stays: it is about me only.
 */
export async function watch(ctx: Ctx, input: InputOf<typeof actionPartContract.watch>): Promise<ActionItem> {
  return transact(ctx, async (tx) => {
    const { id: userId } = authorizeSelf(tx, "write");
    const { row } = await loadActionItem(tx, input.key);
    const mine = { actionItemId: row.id, userId };
    const { count } = input.on
      ? await tx.db.actionWatcher.createMany({ data: [{ ...mine, since: tx.now() }], skipDuplicates: true })
      : await tx.db.actionWatcher.deleteMany({ where: mine });
    const answer = async () => presentActionItem(tx, await loadActionItem(tx, input.key));
    if (count === 0) return unrecorded("they watched it already, or didn't", answer);
    return record(tx, {
      action: input.on ? "action_item.watched" : "action_item.unwatched",
      id: row.id,
      incidentId: row.incidentId,
      answer,
    });
  });
}
