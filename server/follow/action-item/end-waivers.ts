import { addDays, longDay, utcDay } from "#lib/base/time/local-date.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import { isLive, waiverDue } from "#lib/follow/action-item/waiver.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { fromLocalDate, toLocalDate } from "#server/base/kernel/dates.ts";
import { actionKeyOf } from "#server/base/kernel/keys.ts";
import type { Change } from "#server/base/kernel/nouns.ts";
import { recordAll, unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { actionItemFacts } from "./facts.ts";
import { returnBlock } from "./left-block.ts";
import { type LoadedAction, loadActionItem } from "./load.ts";
import { teamDays } from "./policy.ts";
import { nameOf, tell, tellFollowers } from "./tell.ts";
import { blockBefore } from "./waiver.ts";
import { keepStep } from "./write-step.ts";

/** The furthest day that any of them can be due: a week ahead, and a day for zones east of UTC. */
const HORIZON_DAYS = 8;

/**
 * Ends every waiver whose day has come by the calendar of its team, as the ladder counts, and announces those that
 * end within a week. Safe to run in several processes at once, and as often as you like. One that fails is logged and
 * left for the next run. Returns how many ended.
 */
export async function endWaivers(ctx: Ctx, signal?: AbortSignal): Promise<number> {
  const last = fromLocalDate(addDays(utcDay(ctx.now()), HORIZON_DAYS));
  const waivers = await ctx.db.waiver.findMany({
    where: { status: "approved", until: { lte: last } },
    select: { ...DATES, actionItem: { select: { id: true, number: true } } },
    orderBy: { until: "asc" },
  });
  const days = await teamDays(
    ctx,
    waivers.map(({ actionItem }) => actionItem.id),
  );
  let ended = 0;
  for (const { actionItem, ...waiver } of waivers) {
    if (signal?.aborted) break;
    const today = days.get(actionItem.id) ?? todayIn(null, ctx.now());
    const until = toLocalDate(waiver.until) ?? "";
    const due = waiverDue({ until, isAnnounced: waiver.announcedAt !== null }, today);
    const key = actionKeyOf(actionItem.number);
    try {
      if (due === "announce") await announce(ctx, waiver.id, key, until);
      if (due === "end" && (await end(ctx, waiver, key, until))) ended += 1;
    } catch (error) {
      ctx.log.error({ err: error, action: key }, "a waiver could not be ended or announced");
    }
  }
  return ended;
}

const DATES = { id: true, until: true, announcedAt: true, leftStatus: true } as const;

interface Approved {
  id: string;
  leftStatus: LoadedAction["row"]["status"] | null;
}

async function load(tx: TxCtx, key: string): Promise<LoadedAction> {
  const loaded = await loadActionItem(tx, key);
  authorize(tx, "actionItem", "work", actionItemFacts(tx.actor, loaded.row, loaded.refs));
  return loaded;
}

/** Returns whether this run ended it: another one may have been first. */
function end(ctx: Ctx, { id, leftStatus }: Approved, key: string, until: string): Promise<boolean> {
  return transact(ctx, async (tx) => {
    const { row: before } = await load(tx, key);
    const where = { id, status: "approved" } as const;
    const { count } = await tx.db.waiver.updateMany({ where, data: { status: "ended", endedAt: tx.now() } });
    if (count === 0) return unrecorded("the waiver is over already", () => false);
    // The account of its owner may be deleted by then.
    const to = before.ownerId === null ? "proposed" : (leftStatus ?? "proposed");
    await tx.db.actionItem.update({
      where: { id: before.id },
      data: { status: to, waivedUntil: null, waivedReason: null, version: { increment: 1 } },
    });
    const flagged = await returnBlock(tx, before, blockBefore(before), to);
    const withdrawn = await withdrawLonger(tx, before, until);
    await keepStep(tx, before, { to, reason: `The waiver ended on ${longDay(until)}.` });
    const also = withdrawn.length > 0 ? " No one answered the request for a longer one, so it was withdrawn." : "";
    await tellConcerned(
      tx,
      before,
      "ended",
      `Its waiver ended on ${longDay(until)}. The due date counts again.${also}`,
    );
    const ended: Change<"action_item"> = {
      action: "action_item.waiver_ended",
      id: before.id,
      incidentId: before.incidentId,
      before: { status: before.status },
      after: { status: to },
    };
    return recordAll(tx, [ended, ...withdrawn, ...flagged], () => true);
  });
}

/** Withdraws the request for a longer waiver that no one answered before the waiver ended. Returns its entry. */
async function withdrawLonger(
  tx: TxCtx,
  { id, incidentId }: LoadedAction["row"],
  until: string,
): Promise<Change<"action_item">[]> {
  const { count } = await tx.db.waiver.updateMany({
    where: { actionItemId: id, status: "requested" },
    data: { status: "ended", endedAt: tx.now(), answer: `The waiver ended on ${longDay(until)}, before an answer.` },
  });
  return count === 0 ? [] : [{ action: "action_item.waiver_withdrawn", id, incidentId }];
}

function announce(ctx: Ctx, id: string, key: string, until: string): Promise<void> {
  return transact(ctx, async (tx) => {
    const { row } = await load(tx, key);
    const where = { id, status: "approved", announcedAt: null } as const;
    const { count } = await tx.db.waiver.updateMany({ where, data: { announcedAt: tx.now() } });
    if (count > 0) await tellConcerned(tx, row, "ends_soon", `Its waiver ends on ${longDay(until)}.`);
    return unrecorded("the messages are in people's inboxes");
  });
}

const SUBJECTS = { ended: "Waiver ended", ends_soon: "Waiver ends soon" } as const;

/**
 * Notifies the owner, who requested the waiver or a longer one, and who approved it. No one is notified about an archived
 * action.
 */
async function tellConcerned(tx: TxCtx, row: LoadedAction["row"], news: keyof typeof SUBJECTS, body: string) {
  if (row.archivedAt !== null) return;
  const concerned = row.waivers.filter(isLive).flatMap(({ askedById, answeredById }) => [askedById, answeredById]);
  const told = await tell(tx, row, [row.ownerId, ...concerned], {
    kind: `action_item.waiver_${news}`,
    subject: `${SUBJECTS[news]}: ${nameOf(row)}`,
    body,
  });
  await tellFollowers(tx, row, { news: SUBJECTS[news], body, told });
}
