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

async function raised(
  tx: TxCtx,
  changeIds: readonly string[],
  write: () => Promise<unknown>,
): Promise<Change<"strategic_change">[]> {
  if (changeIds.length === 0) return [];
  const where = { id: { in: [...changeIds] } };
  await tx.db.strategicChange.updateMany({ where, data: { version: { increment: 1 } } });
  const keysOf = async () => {
    const actions = { select: { actionItem: { select: { number: true } } } };
    const rows = await tx.db.strategicChange.findMany({ where, select: { id: true, actions }, orderBy: { id: "asc" } });
    return rows.map((row) => row.actions.map(({ actionItem }) => actionKeyOf(actionItem.number)));
  };
  const before = await keysOf();
  await write();
  const after = await keysOf();
  return [...changeIds].sort().map((id, at) => ({
    action: "strategic_change.updated",
    id,
    before: { actionKeys: before[at] },
    after: { actionKeys: after[at] },
  }));
}
