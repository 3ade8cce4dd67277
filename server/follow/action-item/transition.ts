import { actorId } from "#lib/base/access/actor.ts";
import { can } from "#lib/base/access/can.ts";
import type { ActionItemFacts } from "#lib/base/access/facts.ts";
import { refuse } from "#lib/base/errors.ts";
import { ACTION_STATUS_WORDS } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItem, actionItemContract } from "#lib/contract/action-item.ts";
import { type Transition, transition } from "#lib/follow/action-item/transition.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { given } from "#server/base/kernel/given.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import type { Change } from "#server/base/kernel/nouns.ts";
import { recordAll } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { checkLink } from "./checks.ts";
import { countFromAcceptance } from "./count-due-date.ts";
import { evidenceIn, keepEvidence, undoEvidence } from "./evidence.ts";
import { actionItemFacts } from "./facts.ts";
import { loadActionItem } from "./load.ts";
import { policyOf } from "./policy.ts";
import { evidenceText, getActionItem, presentActionItem } from "./present.ts";
import { endFlag } from "./relation.ts";
import type { ActionRecord } from "./select.ts";
import { tellSentBack, tellVerifiers, tellWatchers } from "./tell.ts";
import { leaveWaiver, requestWaiver } from "./waiver.ts";
import { columnsOf, dayOf, keepStep, stateOf } from "./write-step.ts";

type Input = InputOf<typeof actionItemContract.transition>;

/**
 * Moves the status by the rules. Throws `rule` with the rule that refuses, and `conflict` with the newer row for a
 * stale version.
 */
export async function transitionActionItem(ctx: Ctx, input: Input): Promise<ActionItem> {
  const evidence = await evidenceOf(ctx, input);
  return transact(ctx, async (tx) => {
    const { key, version, to } = input;
    const { row: before, refs } = await loadActionItem(tx, key);
    authorizeStep(tx, before, to, actionItemFacts(tx.actor, before, refs));
    const step = before.version === version ? await stepOf(tx, before, input) : null;
    const unflagged = step?.patch.blockedReason === null ? await endFlag(tx, before.id) : [];
    const changed = await tx.db.actionItem.updateMany({
      where: { id: before.id, version },
      data: { ...(step ? columnsOf(step.patch) : {}), version: { increment: 1 } },
    });
    await guardVersion(changed, () => getActionItem(tx, { key }));
    if (step?.waiver) return requestWaiver(tx, before, input, step.waiver);
    const at = tx.now();
    if (evidence) await keepEvidence(tx, before.id, evidence, at);
    await keepStep(tx, before, { ...input, at, answers: step?.answers });
    if (before.status === "implemented" && to !== "verified") await undoEvidence(tx, before);
    await countFromAcceptance(tx, { row: before, refs }, to);
    await leaveWaiver(tx, before, to);
    const after = await loadActionItem(tx, key);
    const told = await tellStep(tx, before, after.row, input);
    await tellWatchers(tx, after.row, { news: ACTION_STATUS_WORDS[to], body: input.reason, told });
    const stepped: Change<"action_item"> = {
      action: `action_item.${to}`,
      id: before.id,
      incidentId: before.incidentId,
      before: { status: before.status },
      after: input,
    };
    return recordAll(tx, [stepped, ...unflagged], () => presentActionItem(tx, after));
  });
}

/** Notifies those whom a step asks for something. */
async function tellStep(tx: TxCtx, before: ActionRecord, after: ActionRecord, { to, reason = "" }: Input) {
  if (to === "implemented") return tellVerifiers(tx, after, evidenceText(after) ?? "");
  const isSentBack = before.status === "implemented" && to !== "verified" && to !== "declined";
  return isSentBack ? tellSentBack(tx, before, reason) : [];
}

async function evidenceOf(ctx: Ctx, { key, to, evidence, method }: Input) {
  if (!evidence || (to !== "implemented" && to !== "verified")) return null;
  const { row, refs } = await loadActionItem(ctx, key);
  authorizeStep(ctx, row, to, actionItemFacts(ctx.actor, row, refs));
  return evidenceIn(evidence, method ?? null);
}

// Who can answer a waiver can end it early. A verifier can also return an action: they can move it back from To verify or
// Verified, as the people who work on it can.
function authorizeStep(ctx: Ctx, before: ActionRecord, to: Input["to"], facts: ActionItemFacts): void {
  const isBack = (before.status === "implemented" || before.status === "verified") && to !== "declined";
  const isTheirs = to === "verified" || (isBack && can(ctx.actor, "actionItem", "verify", facts));
  const ability = before.status === "waived" ? "approve" : isTheirs ? "verify" : "work";
  authorize(ctx, "actionItem", ability, facts);
}

type Step = Extract<Transition, { ok: true }>;

async function stepOf(ctx: Ctx, before: ActionRecord, input: Input): Promise<Step> {
  const { evidence, answers, reason, declineKind, link, until, mitigation } = input;
  const details = given({ evidence, answers, reason, declineKind, link, until, mitigation });
  const step = transition(stateOf(before), input.to, {
    actorId: actorId(ctx.actor),
    now: ctx.now().toISOString(),
    today: dayOf(before.owner, ctx.now()),
    ...details,
    ...(input.to === "verified" ? { effectDays: (await policyOf(ctx, before.id)).promised.values.effectDays } : {}),
  });
  if (!step.ok) throw refuse(step.rule, step.message);
  if (input.to === "declined") await checkLink(ctx, input.key, step.patch.declineLink);
  return step;
}
