import { actorId } from "#lib/base/access/actor.ts";
import { notFound, refuse } from "#lib/base/errors.ts";
import type { ActionItem } from "#lib/contract/action-item.ts";
import type { actionReworkContract } from "#lib/contract/action-rework.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { actionKeyOf } from "#server/base/kernel/keys.ts";
import type { Change } from "#server/base/kernel/nouns.ts";
import { recordAll } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { type ActionRecord, bumpVersion, getActionItem } from "../action-item/index.ts";
import { undoConvert } from "./convert.ts";
import { authorizeAndLoad, holdActions } from "./load.ts";
import { undoMerge } from "./merge.ts";
import { undoMove } from "./move.ts";
import { undoSplit } from "./split.ts";

/**
 * Undoes a split, a move, a conversion, or from the page of either action a merge. The actor must be able to edit all of
 * them. Throws `rule` if something has changed since that an undo would lose.
 */
export async function undo(ctx: Ctx, input: InputOf<typeof actionReworkContract.undo>): Promise<ActionItem> {
  return transact(ctx, async (tx) => {
    const { key, version, reworkId } = input;
    const { row: here } = await authorizeAndLoad(tx, key);
    const rework = await tx.db.actionRework.findFirst({
      where: { id: reworkId, OR: [{ actionItemId: here.id }, { kind: "merge", otherIds: { has: here.id } }] },
    });
    if (!rework) throw notFound();
    const actionIds = [rework.actionItemId, ...(rework.kind === "convert" ? [] : rework.otherIds)];
    await holdActions(tx, await keysOf(tx, actionIds));
    await bumpVersion(tx, here, version);
    const rows = await loadAll(tx, actionIds);
    const row = rows.get(rework.actionItemId);
    if (!row || rows.size !== actionIds.length) throw refuse("not_undone", "One of the actions was purged");
    const others = rework.otherIds.filter((id) => id !== row.id);
    const { count } = await tx.db.actionRework.updateMany({
      where: { id: rework.id, undoneAt: null },
      data: { undoneAt: tx.now(), undoneById: actorId(tx.actor) },
    });
    if (count === 0) throw refuse("not_undone", "It was undone already");
    const into = rows.get(others[0] ?? "");
    const flagged: Change[] = [];
    if (rework.kind === "merge" && into) flagged.push(...(await undoMerge(tx, row, into, rework.detail)));
    if (rework.kind === "split") flagged.push(...(await undoSplit(tx, row, others, rework.detail)));
    if (rework.kind === "move") await undoMove(tx, row, { version, at: rework.at, detail: rework.detail });
    if (rework.kind === "convert") flagged.push(...(await undoConvert(tx, row, others[0] ?? "", rework.detail)));
    const other = { id: { in: actionIds, not: here.id } };
    if (rework.kind === "merge")
      await tx.db.actionItem.updateMany({ where: other, data: { version: { increment: 1 } } });
    const entries = [...rows.values()].map(({ id, incidentId }): Change<"action_item"> => {
      return { action: "action_item.rework_undone", id, incidentId, after: { kind: rework.kind } };
    });
    return recordAll(tx, [...entries, ...flagged], () => getActionItem(tx, { key }));
  });
}

async function keysOf(tx: TxCtx, ids: readonly string[]): Promise<string[]> {
  const found = await tx.db.actionItem.findMany({ where: { id: { in: [...ids] } }, select: { number: true } });
  return found.map(({ number }) => actionKeyOf(number));
}

/** Returns actions that the actor can edit, by id. Throws for one that they can't. */
async function loadAll(tx: TxCtx, ids: readonly string[]): Promise<Map<string, ActionRecord>> {
  const rows = new Map<string, ActionRecord>();
  for (const key of await keysOf(tx, ids)) {
    const { row } = await authorizeAndLoad(tx, key);
    rows.set(row.id, row);
  }
  return rows;
}
