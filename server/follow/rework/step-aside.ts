import { z } from "zod";
import { actorId } from "#lib/base/access/actor.ts";
import { refuse } from "#lib/base/errors.ts";
import { ACTION_STATUSES, type DeclineKind } from "#lib/base/vocabulary/action-item.ts";
import { isUnsettledStatus } from "#lib/follow/action-item/lateness.ts";
import { transition } from "#lib/follow/action-item/transition.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import type { Change } from "#server/base/kernel/nouns.ts";
import {
  type ActionRecord,
  blockOf,
  columnsOf,
  dayOf,
  endFlag,
  keepStep,
  LeftBlock,
  restoreBlock,
  stateOf,
} from "../action-item/index.ts";

/** The state of an action before it was declined for something that replaces it. */
export const Left = LeftBlock.extend({
  status: z.enum(ACTION_STATUSES),
  implementedById: z.string().nullable(),
  implementedOwnerId: z.string().nullable().default(null),
  implementedAt: z.string().nullable(),
});
type Left = z.infer<typeof Left>;

interface Replaced {
  declineKind: DeclineKind;
  /** Key of the record that replaces it. */
  link: string;
  reason: string;
}

/**
 * Declines an action for what replaces it. Returns what it was before, for an undo, and the entry for the history of the
 * action that blocked it.
 */
export async function stepAside(
  tx: TxCtx,
  row: ActionRecord,
  replaced: Replaced,
): Promise<{ left: Left; unflagged: Change<"action_item">[] }> {
  if (!isUnsettledStatus(row.status))
    throw refuse("settled", "It was verified or declined already. Reopen it first, or leave it as it is.");
  refuseWaived(row);
  const step = transition(stateOf(row), "declined", {
    ...{ actorId: actorId(tx.actor), now: tx.now().toISOString(), today: dayOf(row.owner, tx.now()) },
    ...replaced,
  });
  if (!step.ok) throw refuse(step.rule, step.message);
  const block = await blockOf(tx, row);
  const unflagged = await endFlag(tx, row.id);
  await tx.db.actionItem.update({ where: { id: row.id }, data: columnsOf(step.patch) });
  await keepStep(tx, row, { to: "declined", reason: replaced.reason });
  const { status, implementedById, implementedOwnerId } = row;
  const implementedAt = toInstantOrNull(row.implementedAt);
  const left = { ...block, status, implementedById, implementedOwnerId, implementedAt };
  return { left, unflagged };
}

/** A waiver is a promise to other people. It has to end before the action goes elsewhere. */
function refuseWaived({ status, waivers }: ActionRecord): void {
  if (status === "waived") throw refuse("waived", "End its waiver first");
  if (waivers.some((waiver) => waiver.status === "requested"))
    throw refuse("waiver_requested", "Withdraw the request for a waiver first");
}

/**
 * Puts an action back to what it was before it stepped aside for the record with the key `link`. Returns the entry for
 * the history of the action that blocks it again.
 */
export async function stepBack(
  tx: TxCtx,
  row: ActionRecord,
  left: Left,
  link: string,
): Promise<Change<"action_item">[]> {
  if (row.status !== "declined" || row.declineLink !== link)
    throw refuse("not_undone", "Its status was changed since. Reopen it instead.");
  const { status, implementedById, implementedOwnerId, implementedAt } = left;
  await tx.db.actionItem.update({
    where: { id: row.id },
    data: {
      ...{ status, implementedById, implementedOwnerId, declineKind: null, declineReason: null, declineLink: null },
      implementedAt: implementedAt === null ? null : new Date(implementedAt),
    },
  });
  const flagged = await restoreBlock(tx, row.id, left);
  await keepStep(tx, row, { to: left.status, reason: "Undone" });
  return flagged;
}
