import type { TxCtx } from "#server/base/kernel/context.ts";
import { actionsByTitle, createActionItem, updateActionItem } from "#server/follow/action-item/index.ts";
import { createFactor, updateFactor } from "#server/follow/factor/index.ts";
import type { FindingRecords } from "#server/incidents/finding/index.ts";

/** The version of a record that no one has changed since it was created. */
const UNTOUCHED = 1;

async function removeAction(tx: TxCtx, key: string): Promise<boolean> {
  const row = await tx.db.actionItem.findFirst({
    where: { number: Number(key.slice("ACT-".length)) },
    select: { version: true, status: true, archivedAt: true },
  });
  if (!row || row.archivedAt !== null) return true;
  if (row.version !== UNTOUCHED || row.status !== "proposed") return false;
  await updateActionItem(tx, { key, version: row.version, archived: true });
  return true;
}

async function removeFactor(tx: TxCtx, id: string): Promise<boolean> {
  const row = await tx.db.factor.findUnique({
    where: { id },
    select: {
      version: true,
      removedAt: true,
      actions: { select: { actionItemId: true } },
      evidence: { select: { eventId: true } },
    },
  });
  if (!row || row.removedAt !== null) return true;
  if (row.version !== UNTOUCHED || row.actions.length + row.evidence.length > 0) return false;
  await updateFactor(tx, { id, version: row.version, removed: true });
  return true;
}

/** Creates and removes the actions and factors of findings, with their own functions. */
export const findingRecords: FindingRecords = {
  createAction: createActionItem,
  createFactor,
  removeAction,
  removeFactor,
  actionsByTitle,
};
