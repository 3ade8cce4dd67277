import { invalid } from "#lib/base/errors.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { actionKeyOf, numberOfKey } from "#server/base/kernel/keys.ts";
import type { Change } from "#server/base/kernel/nouns.ts";

/** Returns the ids of strategic changes. Throws `invalid` for an unknown key. */
export async function findChanges(ctx: Ctx, keys: readonly string[]): Promise<string[]> {
  const numbers = [...new Set(keys.map(numberOfKey))];
  if (numbers.length === 0) return [];
  const found = await ctx.db.strategicChange.findMany({ where: { number: { in: numbers } }, select: { id: true } });
  if (found.length !== numbers.length) throw invalid("changeKeys", "One of these strategic changes doesn't exist");
  return found.map(({ id }) => id);
}

/**
 * Makes an action part of strategic changes. Each gets a new version, because a change is saved with the whole list of
 * its actions: who has read the list before would remove this one. Returns the entries for the history of the changes.
 */
export const addToChanges = (tx: TxCtx, actionItemId: string, changeIds: readonly string[]) =>
  raised(tx, changeIds, () =>
    tx.db.strategicChangeAction.createMany({ data: changeIds.map((changeId) => ({ actionItemId, changeId })) }),
  );

/** Removes an action from strategic changes, and returns the entries for their history. */
export const removeFromChanges = (tx: TxCtx, actionItemId: string, changeIds: readonly string[]) =>
  raised(tx, changeIds, () =>
    tx.db.strategicChangeAction.deleteMany({ where: { actionItemId, changeId: { in: [...changeIds] } } }),
  );

/**
 * Archives or restores actions by `write`. The strategic changes that they are part of list them no more, or again, and
 * get a new version for the same reason. Returns the entries for their history.
 */
export async function relistInChanges(tx: TxCtx, actionItemIds: readonly string[], write: () => Promise<unknown>) {
  const ids = [...actionItemIds];
  if (ids.length > 0)
    await tx.db.$queryRaw`SELECT FROM action_item WHERE id = ANY(${ids}::uuid[]) ORDER BY number FOR NO KEY UPDATE`;
  const links =
    ids.length > 0 ? await tx.db.strategicChangeAction.findMany({ where: { actionItemId: { in: ids } } }) : [];
  return raised(tx, [...new Set(links.map(({ changeId }) => changeId))], write);
}

/** Raises the version of each change whose list of actions `write` changes, and of no other. */
async function raised(
  tx: TxCtx,
  changeIds: readonly string[],
  write: () => Promise<unknown>,
): Promise<Change<"strategic_change">[]> {
  const before = await holdLists(tx, changeIds);
  await write();
  const after = await listsOf(tx, [...before.keys()]);
  const changed = [...before].flatMap(([id, keys]) => {
    const now = after.get(id) ?? keys;
    return now.join() === keys.join() ? [] : [{ id, keys, now }];
  });
  if (changed.length > 0)
    await tx.db.strategicChange.updateMany({
      where: { id: { in: changed.map(({ id }) => id) } },
      data: { version: { increment: 1 } },
    });
  return changed.map(({ id, keys, now }) => ({
    action: "strategic_change.updated",
    id,
    before: { actionKeys: keys },
    after: { actionKeys: now },
  }));
}

/** Locks changes before their lists are read, or a save in between would go unseen. */
async function holdLists(tx: TxCtx, changeIds: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  const ids = [...changeIds];
  if (ids.length === 0) return new Map();
  await tx.db.$queryRaw`SELECT FROM strategic_change WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  return listsOf(tx, ids);
}

/** Returns the keys of the actions that changes list, by the ids of the changes. */
async function listsOf(tx: TxCtx, ids: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.db.strategicChange.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      actions: {
        where: { actionItem: { archivedAt: null } },
        select: { actionItem: { select: { number: true } } },
        orderBy: { actionItem: { number: "asc" } },
      },
    },
    orderBy: { id: "asc" },
  });
  return new Map(rows.map(({ id, actions }) => [id, actions.map(({ actionItem }) => actionKeyOf(actionItem.number))]));
}
