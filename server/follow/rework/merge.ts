import { z } from "zod";
import { actorId } from "#lib/base/access/actor.ts";
import { refuse } from "#lib/base/errors.ts";
import type { ActionItem } from "#lib/contract/action-item.ts";
import type { actionReworkContract } from "#lib/contract/action-rework.ts";
import { isSettled } from "#lib/follow/action-item/due.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { actionKeyOf } from "#server/base/kernel/keys.ts";
import type { Change } from "#server/base/kernel/nouns.ts";
import { recordAll } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import {
  type ActionRecord,
  addToChanges,
  bumpVersion,
  getActionItem,
  removeFromChanges,
  tellFollowers,
  watchersOf,
  whoCan,
} from "../action-item/index.ts";
import { keepRework } from "./keep.ts";
import { authorizeAndLoad, holdActions, loadOtherToEdit } from "./load.ts";
import { Left, stepAside, stepBack } from "./step-aside.ts";

/** The parts that the other action got from the one that was merged into it. */
const Merged = z.object({
  left: Left,
  factorIds: z.array(z.string()),
  changeIds: z.array(z.string()),
  watcherIds: z.array(z.string()),
  /** Whether they weren't related as duplicates before. */
  isRelationNew: z.boolean().default(true),
});

/**
 * Merges a duplicate into another action: it is declined, and the other gets its factors, strategic changes and
 * watchers. No text is copied: the other can have more readers.
 */
export async function merge(ctx: Ctx, input: InputOf<typeof actionReworkContract.merge>): Promise<ActionItem> {
  return transact(ctx, async (tx) => {
    const { key, version, intoKey } = input;
    await holdActions(tx, [key, intoKey]);
    const { row } = await authorizeAndLoad(tx, key);
    const into = (await loadOtherToEdit(tx, key, intoKey, "intoKey")).row;
    await bumpVersion(tx, row, version);
    if (isSettled(into.status) || into.archivedAt !== null)
      throw refuse("merged_into_settled", `${intoKey} is closed or archived. Merge it into an open action.`);
    const { left, unflagged } = await stepAside(tx, row, {
      ...{ declineKind: "duplicate", link: intoKey, reason: "Merged into the action that it duplicates" },
    });
    const isRelationNew = await addRelation(tx, row.id, into.id);
    const { joined, ...given } = await handOver(tx, row, into);
    await keepRework(tx, {
      ...{ kind: "merge", actionItemId: row.id, otherIds: [into.id] },
      detail: { left, isRelationNew, ...given },
    });
    await tx.db.actionItem.update({ where: { id: into.id }, data: { version: { increment: 1 } } });
    await tellFollowers(tx, row, { news: "Merged as a duplicate" });
    return recordAll(
      tx,
      [
        { action: "action_item.merged", ...idsOf(row), after: { intoId: into.id } },
        { action: "action_item.merged_in", ...idsOf(into), after: { fromId: row.id } },
        ...unflagged,
        ...joined,
      ],
      () => getActionItem(tx, { key }),
    );
  });
}

const idsOf = ({ id, incidentId }: ActionRecord) => ({ id, incidentId });

async function addRelation(tx: TxCtx, fromId: string, toId: string): Promise<boolean> {
  const data = [{ fromId, toId, kind: "duplicates" as const, addedById: actorId(tx.actor), addedAt: tx.now() }];
  return (await tx.db.actionRelation.createMany({ data, skipDuplicates: true })).count > 0;
}

/** Links the other action to what this one was linked to. Returns what it didn't have before. */
async function handOver(
  tx: TxCtx,
  row: ActionRecord,
  into: ActionRecord,
): Promise<Omit<z.infer<typeof Merged>, "left" | "isRelationNew"> & { joined: Change<"strategic_change">[] }> {
  const both = { actionItemId: { in: [row.id, into.id] } };
  const factors = await tx.db.actionItemFactor.findMany({ where: both });
  const changes = await tx.db.strategicChangeAction.findMany({ where: both });
  const missing = <One extends { actionItemId: string }>(links: readonly One[], idOf: (one: One) => string) => {
    const there = new Set(links.flatMap((one) => (one.actionItemId === into.id ? [idOf(one)] : [])));
    return links.flatMap((one) => (there.has(idOf(one)) ? [] : [idOf(one)]));
  };
  const factorIds = missing(factors, ({ factorId }) => factorId);
  const changeIds = missing(changes, ({ changeId }) => changeId);
  const there = new Set(await watchersOf(tx, into.id));
  const watcherIds = (await whoCan(tx, "read", into, await watchersOf(tx, row.id))).filter((id) => !there.has(id));
  const actionItemId = into.id;
  await tx.db.actionItemFactor.createMany({ data: factorIds.map((factorId) => ({ actionItemId, factorId })) });
  const joined = await addToChanges(tx, actionItemId, changeIds);
  const since = tx.now();
  await tx.db.actionWatcher.createMany({ data: watcherIds.map((userId) => ({ actionItemId, userId, since })) });
  return { factorIds, changeIds, watcherIds, joined };
}

/**
 * Takes a merged action and the one that it was merged into apart. What the other had before stays. Returns the
 * entries for the history of the action that blocks it again, and of the strategic changes.
 */
export async function undoMerge(tx: TxCtx, row: ActionRecord, into: ActionRecord, detail: unknown): Promise<Change[]> {
  const { left, factorIds, changeIds, watcherIds, isRelationNew } = Merged.parse(detail);
  const flagged = await stepBack(tx, row, left, actionKeyOf(into.number));
  const actionItemId = into.id;
  await tx.db.actionItemFactor.deleteMany({ where: { actionItemId, factorId: { in: factorIds } } });
  const parted = await removeFromChanges(tx, actionItemId, changeIds);
  await tx.db.actionWatcher.deleteMany({ where: { actionItemId, userId: { in: watcherIds } } });
  if (isRelationNew)
    await tx.db.actionRelation.deleteMany({ where: { fromId: row.id, toId: into.id, kind: "duplicates" } });
  return [...flagged, ...parted];
}
