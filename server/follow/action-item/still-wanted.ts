import { refuse } from "#lib/base/errors.ts";
import { longDay, utcDay } from "#lib/base/time/local-date.ts";
import type { ActionItem } from "#lib/contract/action-item.ts";
import type { actionPartContract } from "#lib/contract/action-part.ts";
import { askedIfUnchangedSince, WANTED_STATUSES } from "#lib/follow/action-item/still-wanted.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { actionKeyOf } from "#server/base/kernel/keys.ts";
import { record, unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { loadBook } from "#server/people/policy/index.ts";
import { actionItemFacts } from "./facts.ts";
import { loadActionItem } from "./load.ts";
import { policiesOf } from "./policy.ts";
import { askedIfWantedAt, presentActionItem } from "./present.ts";
import type { ActionRecord } from "./select.ts";
import { tellConcerned } from "./tell.ts";
import { bumpVersion } from "./write-step.ts";

const MOST = 500;

/**
 * Asks the owners of P3 actions that no one has changed for long whether they are still wanted: do it, decline it or
 * convert it. Asks once, until someone changes the action. Safe to run in several processes at once. Returns how many.
 */
export async function askIfWanted(ctx: Ctx, signal?: AbortSignal): Promise<number> {
  let asked = 0;
  for (const { number, old } of await oldOnes(ctx)) {
    if (signal?.aborted) break;
    const key = actionKeyOf(number);
    try {
      if (await ask(ctx, key, old)) asked += 1;
    } catch (error) {
      ctx.log.error({ err: error, action: key }, "no one could be asked whether an action is still wanted");
    }
  }
  return asked;
}

/** Returns the actions that are old by their policies, the oldest first, each with the time up to which one is old. */
async function oldOnes(ctx: Ctx): Promise<{ number: number; old: Date }[]> {
  const { shortestWanted } = await loadBook(ctx);
  const couldBeOld = askedIfUnchangedSince(ctx.now(), shortestWanted);
  const found: { number: number; old: Date }[] = [];
  for (let last = { updatedAt: new Date(0), number: 0 }; ; ) {
    const rows = await ctx.db.$queryRaw<{ id: string; number: number; updatedAt: Date }[]>`
      SELECT id, number, updated_at AS "updatedAt" FROM action_item
      WHERE priority = 'P3' AND status IN ('proposed', 'accepted', 'in_progress') AND archived_at IS NULL
        AND updated_at <= ${couldBeOld} AND (wanted_asked_at IS NULL OR wanted_asked_at < updated_at)
        AND (updated_at, number) > (${last.updatedAt}, ${last.number})
      ORDER BY updated_at, number LIMIT ${MOST}`;
    const policies = await policiesOf(
      ctx,
      rows.map(({ id }) => id),
    );
    for (const { id, number, updatedAt } of rows) {
      const old = askedIfUnchangedSince(ctx.now(), policies.get(id)?.promised.values.wantedDays ?? shortestWanted);
      if (updatedAt <= old) found.push({ number, old });
      last = { updatedAt, number };
    }
    if (rows.length < MOST || found.length >= MOST) return found.slice(0, MOST);
  }
}

/** Returns whether this run asked: another one may have been first. */
function ask(ctx: Ctx, key: string, old: Date): Promise<boolean> {
  return transact(ctx, async (tx) => {
    const { row, refs } = await loadActionItem(tx, key);
    authorize(tx, "actionItem", "work", actionItemFacts(tx.actor, row, refs));
    // The time of the last change stays, because asking isn't one.
    const count = await tx.db.$executeRaw`
      UPDATE action_item SET wanted_asked_at = ${tx.now()}
      WHERE id = ${row.id}::uuid AND version = ${row.version} AND updated_at <= ${old}
        AND (wanted_asked_at IS NULL OR wanted_asked_at < updated_at)`;
    if (count === 0) return unrecorded("it was asked or changed already", () => false);
    await tellConcerned(tx, row, {
      kind: "action_item.still_wanted",
      subject: "Still wanted?",
      body: `No one has changed it since ${longDay(utcDay(row.updatedAt))}. Do it, decline it, or convert it to a strategic change.`,
    });
    return record(tx, {
      action: "action_item.asked_if_wanted",
      id: row.id,
      incidentId: row.incidentId,
      answer: () => true,
    });
  });
}

const NOT_ASKED = "No one is asked whether this action is still wanted. Load the action again.";

/** Records that an old action is still wanted. The question comes again after the same time. Withdrawn, it is open again. */
export async function keepWanted(
  ctx: Ctx,
  { key, version, withdrawn }: InputOf<typeof actionPartContract.keepWanted>,
): Promise<ActionItem> {
  return transact(ctx, async (tx) => {
    const { row, refs } = await loadActionItem(tx, key);
    authorize(tx, "actionItem", "work", actionItemFacts(tx.actor, row, refs));
    await bumpVersion(tx, row, version);
    if (withdrawn) await reopenQuestion(tx, row);
    else if (askedIfWantedAt(row) === null) throw refuse("wanted_not_asked", NOT_ASKED);
    const after = await loadActionItem(tx, key);
    return record(tx, {
      action: withdrawn ? "action_item.kept_withdrawn" : "action_item.kept",
      id: row.id,
      incidentId: row.incidentId,
      answer: () => presentActionItem(tx, after),
    });
  });
}

async function reopenQuestion(tx: TxCtx, { id, wantedAskedAt, priority, status }: ActionRecord): Promise<void> {
  const isOpen = priority === "P3" && WANTED_STATUSES.some((one) => one === status);
  if (wantedAskedAt === null || !isOpen) throw refuse("wanted_not_asked", NOT_ASKED);
  await tx.db.$executeRaw`UPDATE action_item SET wanted_asked_at = updated_at WHERE id = ${id}::uuid`;
}
