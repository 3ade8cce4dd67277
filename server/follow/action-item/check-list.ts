import { actorId } from "#lib/base/access/actor.ts";
import { notFound, refuse } from "#lib/base/errors.ts";
import type { ActionItem } from "#lib/contract/action-item.ts";
import type { actionPartContract } from "#lib/contract/action-part.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { given } from "#server/base/kernel/given.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { actionKeyOf } from "#server/base/kernel/keys.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { actionItemFacts } from "./facts.ts";
import { loadActionItem } from "./load.ts";
import { presentActionItem } from "./present.ts";
import type { ActionRecord } from "./select.ts";
import { bumpVersion } from "./write-step.ts";

const MOST = 50;

/** Adds an item to the end of the checklist. */
export async function addCheck(ctx: Ctx, input: InputOf<typeof actionPartContract.addCheck>): Promise<ActionItem> {
  return transact(ctx, async (tx) => {
    const { key, version, text } = input;
    const row = await loadToWork(tx, key, version);
    if (row.checks.length >= MOST)
      throw refuse("check_list_full", `A checklist has at most ${MOST} items. Split the action instead.`);
    const id = tx.newId();
    const position = (row.checks.at(-1)?.position ?? 0) + 1;
    await tx.db.actionCheck.create({ data: { id, actionItemId: row.id, position, text } });
    return recorded(tx, row, "added", { after: { checkId: id, text } });
  });
}

/** Ticks an item of the checklist off, reopens it, changes its text, removes it or restores it. */
export async function changeCheck(
  ctx: Ctx,
  input: InputOf<typeof actionPartContract.changeCheck>,
): Promise<ActionItem> {
  return transact(ctx, async (tx) => {
    const { key, version, checkId, text, done, removed } = input;
    const row = await loadToWork(tx, key, version);
    const before = await tx.db.actionCheck.findFirst({ where: { id: checkId, actionItemId: row.id } });
    if (!before) throw notFound();
    await tx.db.actionCheck.update({
      where: { id: checkId },
      data: {
        ...given({ text }),
        ...(done === undefined ? {} : { doneAt: done ? tx.now() : null, doneById: done ? actorId(tx.actor) : null }),
        ...(removed === undefined ? {} : { removedAt: removed ? tx.now() : null }),
      },
    });
    const was = text === undefined ? {} : { before: { checkId, text: before.text } };
    return recorded(tx, row, verbOf(input), { ...was, after: { checkId, text: text ?? before.text } });
  });
}

type Verb = "added" | "changed" | "done" | "reopened" | "removed" | "restored";

function verbOf({ done, removed }: InputOf<typeof actionPartContract.changeCheck>): Verb {
  if (removed !== undefined) return removed ? "removed" : "restored";
  if (done !== undefined) return done ? "done" : "reopened";
  return "changed";
}

async function loadToWork(tx: TxCtx, key: string, version: number): Promise<ActionRecord> {
  const { row, refs } = await loadActionItem(tx, key);
  authorize(tx, "actionItem", "work", actionItemFacts(tx.actor, row, refs));
  await bumpVersion(tx, row, version);
  return row;
}

interface Check {
  checkId: string;
  text: string;
}

const recorded = (tx: TxCtx, row: ActionRecord, verb: Verb, change: { before?: Check; after: Check }) =>
  record(tx, {
    action: `action_item.check_${verb}`,
    id: row.id,
    incidentId: row.incidentId,
    ...change,
    answer: async () => presentActionItem(tx, await loadActionItem(tx, actionKeyOf(row.number))),
  });
