import { actorId } from "#lib/base/access/actor.ts";
import { invalid, refuse } from "#lib/base/errors.ts";
import type { ActionItem, actionItemContract } from "#lib/contract/action-item.ts";
import { nextEffectDue, refusesEffect } from "#lib/follow/action-item/effect.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { fromLocalDateOrNull } from "#server/base/kernel/dates.ts";
import { given } from "#server/base/kernel/given.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { type Recorded, record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { evidenceIn, keepEvidence } from "./evidence.ts";
import { actionItemFacts } from "./facts.ts";
import { loadActionItem } from "./load.ts";
import { policyOf } from "./policy.ts";
import { lastEffectAnswer, presentActionItem } from "./present.ts";
import type { ActionRecord } from "./select.ts";
import { tellConditions } from "./tell-conditions.ts";
import { bumpVersion, dayOf } from "./write-step.ts";

/** Loads a verified action in a version, for a person who can record whether it worked. Throws `rule` if they can't. */
async function loadAnswerable(tx: TxCtx, { key, version }: { key: string; version: number }): Promise<ActionRecord> {
  const { row, refs } = await loadActionItem(tx, key);
  authorize(tx, "actionItem", "verify", actionItemFacts(tx.actor, row, refs));
  await bumpVersion(tx, row, version);
  const refused = refusesEffect(row, actorId(tx.actor));
  if (refused) throw refuse(refused.rule, refused.message);
  return row;
}

/**
 * Records whether a verified action worked, with what shows it. The person who implemented it can't. If nothing
 * exercised it, the question comes again.
 */
export async function answerEffectOf(
  ctx: Ctx,
  input: InputOf<typeof actionItemContract.answerEffect>,
): Promise<ActionItem> {
  const { row: seen, refs } = await loadActionItem(ctx, input.key);
  authorize(ctx, "actionItem", "verify", actionItemFacts(ctx.actor, seen, refs));
  const { answer, text: evidence, method, file, content, filename } = input;
  const pieces = await evidenceIn(ctx, given({ evidence, method, file, content, filename }));
  const text = evidence ?? pieces[0]?.filename;
  if (text === undefined) throw invalid("text", "Add a link, describe what you saw or choose a file");
  return transact(ctx, async (tx) => {
    const row = await loadAnswerable(tx, input);
    const by = { byId: actorId(tx.actor), at: tx.now(), dueOn: row.effectDueOn };
    const id = tx.newId();
    await tx.db.actionEffectAnswer.create({ data: { id, actionItemId: row.id, answer, text, ...by } });
    for (const piece of pieces) await keepEvidence(tx, row.id, { ...piece, effectAnswerId: id }, by.at);
    const { effectDays } = (await policyOf(tx, row.id)).promised.values;
    if (answer === "no") await tellConditions(tx, [{ row, news: "failed" }]);
    const next = nextEffectDue(answer, dayOf(row.owner, tx.now()), effectDays);
    return keep(tx, row, input.key, { verb: "answered", dueOn: fromLocalDateOrNull(next), after: { answer, text } });
  });
}

const NOT_YOURS = "The last answer isn't yours. Add an answer of your own instead.";

/**
 * Withdraws the last answer of the person who gave it. The question is asked from the same day as before, or from the day
 * of a later incident if that is earlier.
 */
export async function undoEffectOf(
  ctx: Ctx,
  input: InputOf<typeof actionItemContract.undoEffect>,
): Promise<ActionItem> {
  return transact(ctx, async (tx) => {
    const row = await loadAnswerable(tx, input);
    const last = lastEffectAnswer(row);
    if (!last || last.byId !== actorId(tx.actor)) throw refuse("not_undone", NOT_YOURS);
    await tx.db.actionEffectAnswer.delete({ where: { id: last.id } });
    const dueOn = await dueWithout(tx, row, last);
    return keep(tx, row, input.key, { verb: "undone", dueOn, after: { answer: last.answer } });
  });
}

/** Returns the day from which a question is asked without its last answer. Later questions keep the day from before it. */
async function dueWithout(tx: TxCtx, row: ActionRecord, { at, dueOn }: { at: Date; dueOn: Date | null }) {
  const later = await tx.db.actionRecurrence.findFirst({
    where: { actionItemId: row.id, withdrawnAt: null, at: { gt: at } },
    orderBy: { at: "asc" },
  });
  if (later === null) return dueOn;
  await tx.db.actionRecurrence.updateMany({
    where: { actionItemId: row.id, at: later.at },
    data: { dueBefore: dueOn },
  });
  if (dueOn === null || row.effectDueOn === null) return dueOn ?? row.effectDueOn;
  return dueOn < row.effectDueOn ? dueOn : row.effectDueOn;
}

interface Kept {
  verb: "answered" | "undone";
  dueOn: Date | null;
  after: object;
}

async function keep(
  tx: TxCtx,
  row: ActionRecord,
  key: string,
  { verb, dueOn, after }: Kept,
): Promise<Recorded<ActionItem>> {
  await tx.db.actionItem.update({ where: { id: row.id }, data: { effectDueOn: dueOn } });
  const loaded = await loadActionItem(tx, key);
  return record(tx, {
    action: `action_item.effect_${verb}`,
    id: row.id,
    incidentId: row.incidentId,
    after,
    answer: () => presentActionItem(tx, loaded),
  });
}
