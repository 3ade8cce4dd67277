import { refuse } from "#lib/base/errors.ts";
import type { ActionStatus } from "#lib/base/vocabulary/action-item.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { actionKeyOf } from "#server/base/kernel/keys.ts";
import {
  getActionItem,
  transitionActionItem,
  updateActionItem,
  withdrawWaiverOf,
} from "#server/follow/action-item/index.ts";
import type { Undo } from "./decide.ts";

interface Line {
  actionItemId: string | null;
  undo: unknown;
}

/** A declined action is proposed again, and takes these steps to where it was. */
const STEPS_BACK: Partial<Record<ActionStatus, readonly ActionStatus[]>> = {
  proposed: ["proposed"],
  accepted: ["proposed", "accepted"],
  in_progress: ["proposed", "in_progress"],
};

/** Undoes a decision by the rules of its action. Throws `rule` if someone has changed what it decided. */
export async function undoDecision(tx: TxCtx, { actionItemId, undo: stored }: Line): Promise<void> {
  const undo = stored as Undo | null;
  if (undo === null || actionItemId === null) return;
  const { number } = await tx.db.actionItem.findUniqueOrThrow({
    where: { id: actionItemId },
    select: { number: true },
  });
  const key = actionKeyOf(number);
  const { version } = await getActionItem(tx, { key });
  switch (undo.outcome) {
    case "date":
      await updateActionItem(tx, { key, version, dueDate: undo.from, undoesDueMove: true });
      return;
    case "help": {
      const { blockedReason, blockedUntil, blockedBy } = undo.from;
      const by = blockedBy && { kind: blockedBy.kind, id: blockedBy.id };
      const flag = blockedReason === null ? { blockedReason } : { blockedReason, blockedUntil, blockedBy: by };
      await updateActionItem(tx, { key, version, ...flag });
      return;
    }
    case "decline":
      return stepBack(tx, key, undo.from);
    case "waive":
      await withdrawWaiverOf(tx, { key, version });
      return;
    case "ask":
      await tx.db.notification.deleteMany({ where: { id: undo.notificationId } });
  }
}

async function stepBack(tx: TxCtx, key: string, from: ActionStatus): Promise<void> {
  const steps = STEPS_BACK[from];
  if (!steps) throw refuse("not_undone", "It was verified or waited for that. Restore it on its page.");
  for (const to of steps) {
    const { version } = await getActionItem(tx, { key });
    await transitionActionItem(tx, { key, version, to, reason: "Undone in the weekly meeting." });
  }
}
