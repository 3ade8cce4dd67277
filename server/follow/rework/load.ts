import { can } from "#lib/base/access/can.ts";
import { forbidden, invalid } from "#lib/base/errors.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { numberOfKey } from "#server/base/kernel/keys.ts";
import { actionItemFacts, type LoadedAction, loadActionItem } from "../action-item/index.ts";

/** Locks actions in one order, or two that are merged into each other at once would both be gone. */
export async function holdActions(tx: TxCtx, keys: readonly string[]): Promise<void> {
  const numbers = keys.map(numberOfKey);
  await tx.db.$queryRaw`SELECT id FROM action_item WHERE number = ANY(${numbers}::int[]) ORDER BY id FOR UPDATE`;
}

/** Returns an action that the actor can edit. */
export async function authorizeAndLoad(tx: TxCtx, key: string): Promise<LoadedAction> {
  const loaded = await loadActionItem(tx, key);
  authorize(tx, "actionItem", "edit", actionItemFacts(tx.actor, loaded.row, loaded.refs));
  return loaded;
}

/** Returns another action that the actor can edit. Throws `invalid` with the field for a hidden or unknown one. */
export async function loadOtherToEdit(tx: TxCtx, ownKey: string, key: string, field: string): Promise<LoadedAction> {
  if (key === ownKey) throw invalid(field, "Choose a different action");
  const loaded = await loadActionItem(tx, key).catch(() => {
    throw invalid(field, `${key} doesn't exist`);
  });
  if (!can(tx.actor, "actionItem", "edit", actionItemFacts(tx.actor, loaded.row, loaded.refs)))
    throw forbidden(`You can't edit ${key}`);
  return loaded;
}
