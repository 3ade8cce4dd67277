import { isDeepStrictEqual } from "node:util";
import { refuse } from "#lib/base/errors.ts";
import type { LocalDate } from "#lib/base/time/local-date.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import type { ActionItem } from "#lib/contract/action-item.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { actionKeyOf } from "#server/base/kernel/keys.ts";
import {
  getActionItem,
  transitionActionItem,
  updateActionItem,
  withdrawWaiverOf,
} from "#server/follow/action-item/index.ts";
import { undoSetAside } from "#server/follow/promotion/index.ts";
import { loadStrategicChange, updateStrategicChange } from "#server/follow/strategic-change/index.ts";
import { type Flag, flagOf, type Undo, waiverRequestOf } from "./decide.ts";

interface Line {
  actionItemId: string | null;
  undo: unknown;
}

/** Undoes a decision by the rules of its action. Throws `rule` if someone has changed what it decided. */
export async function undoDecision(tx: TxCtx, { actionItemId, undo: stored }: Line): Promise<void> {
  const undo = stored as Undo | null;
  if (undo === null) return;
  if (undo.outcome === "set_aside") return void (await undoSetAside(tx, undo));
  if (undo.outcome === "accept") return archive(tx, undo);
  if (undo.outcome === "ask") return void (await tx.db.notification.deleteMany({ where: { id: undo.notificationId } }));
  if (actionItemId === null) return;
  const { number } = await tx.db.actionItem.findUniqueOrThrow({
    where: { id: actionItemId },
    select: { number: true },
  });
  const key = actionKeyOf(number);
  const now = await getActionItem(tx, { key });
  const { version } = now;
  switch (undo.outcome) {
    case "date":
      await updateActionItem(tx, { key, version, dueDate: undo.from, undoesDueMove: true });
      return;
    case "help":
      if (!isDeepStrictEqual(flagOf(now), undo.to)) throw refuse("not_undone", CHANGED);
      if (undo.notificationId) await tx.db.notification.deleteMany({ where: { id: undo.notificationId } });
      return setFlag(tx, now, undo.from);
    case "decline":
      if (now.status !== "declined") throw refuse("not_undone", NOT_DECLINED);
      await transitionActionItem(tx, { key, version, to: undo.from, undoesDecline: true, reason: UNDONE });
      return;
    case "waive":
      if ((await waiverRequestOf(tx, key)) !== undo.waiverId) throw refuse("not_undone", ANSWERED);
      await withdrawWaiverOf(tx, { key, version });
  }
}

/** Archives a change that was made of a proposal, which is then proposed again. */
async function archive(tx: TxCtx, { changeKey: key, version }: Extract<Undo, { outcome: "accept" }>): Promise<void> {
  const change = await loadStrategicChange(tx, key);
  if (change.version !== version) throw refuse("not_undone", WORKED_ON);
  await updateStrategicChange(tx, { key, version, archived: true });
}

const WORKED_ON = "Someone has worked on the strategic change. Archive it on its page instead.";

const NOT_DECLINED = "Someone has restored this action. Change its status on its page.";
const UNDONE = "Undone in the weekly meeting.";
const ANSWERED = "Someone has answered or replaced the request for a waiver. See its page.";
const CHANGED = "Someone changed the milestones that it waits for. Change them on its page.";

/** Sets the blocker of an action. A day that has passed is left out. */
async function setFlag(tx: TxCtx, { key, version, owner }: ActionItem, flag: Flag): Promise<void> {
  if (flag.blockedReason === null) await updateActionItem(tx, { key, version, blockedReason: null });
  else {
    const isPast = flag.blockedUntil !== null && flag.blockedUntil <= (await dayOfOwner(tx, owner?.id));
    await updateActionItem(tx, { key, version, ...flag, ...(isPast ? { blockedUntil: null } : {}) });
  }
}

async function dayOfOwner(tx: TxCtx, id: string | undefined): Promise<LocalDate> {
  const owner = id ? await tx.db.user.findUnique({ where: { id }, select: { timeZone: true } }) : null;
  return todayIn(owner?.timeZone ?? null, tx.now());
}
