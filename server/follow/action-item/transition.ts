import type { Prisma } from "#generated/prisma/client.ts";
import { actorId } from "#lib/base/access/actor.ts";
import { can } from "#lib/base/access/can.ts";
import type { ActionItemFacts } from "#lib/base/access/facts.ts";
import { refuse } from "#lib/base/errors.ts";
import type { ActionItem, actionItemContract } from "#lib/contract/action-item.ts";
import { type ActionPatch, transition } from "#lib/follow/action-item/transition.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { fromLocalDateOrNull } from "#server/base/kernel/dates.ts";
import { given } from "#server/base/kernel/given.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { checkLink } from "./checks.ts";
import { actionItemFacts } from "./facts.ts";
import { loadActionItem } from "./load.ts";
import { getActionItem, presentActionItem } from "./present.ts";
import type { ActionRecord } from "./select.ts";
import { tellSentBack, tellVerifiers } from "./tell.ts";

type Input = InputOf<typeof actionItemContract.transition>;

/**
 * Moves the status by the rules. Throws `rule` with the rule that refuses, and `conflict` with the newer row for a
 * stale version.
 */
export async function transitionActionItem(ctx: Ctx, input: Input): Promise<ActionItem> {
  return transact(ctx, async (tx) => {
    const { key, version, to } = input;
    const { row: before, refs } = await loadActionItem(tx, key);
    authorizeStep(tx, before, to, actionItemFacts(tx.actor, before, refs));
    const patch = before.version === version ? await patchOf(tx, before, input) : {};
    const changed = await tx.db.actionItem.updateMany({
      where: { id: before.id, version },
      data: { ...patch, version: { increment: 1 } },
    });
    await guardVersion(changed, () => getActionItem(tx, { key }));
    await keepStep(tx, before, input);
    const after = await loadActionItem(tx, key);
    if (to === "implemented") await tellVerifiers(tx, after.row, after.row.evidence ?? "");
    if (before.status === "implemented" && to !== "verified" && to !== "declined")
      await tellSentBack(tx, before, input.reason ?? "");
    return record(tx, {
      action: `action_item.${to}`,
      id: before.id,
      incidentId: before.incidentId,
      before: { status: before.status },
      after: input,
      answer: () => presentActionItem(tx, after),
    });
  });
}

// A verifier can also return it: they can move it back from To verify or Verified, as the people who work on it can.
function authorizeStep(ctx: Ctx, before: ActionRecord, to: Input["to"], facts: ActionItemFacts): void {
  const isBack = (before.status === "implemented" || before.status === "verified") && to !== "declined";
  const isTheirs = to === "verified" || (isBack && can(ctx.actor, "actionItem", "verify", facts));
  authorize(ctx, "actionItem", isTheirs ? "verify" : "work", facts);
}

async function patchOf(ctx: Ctx, before: ActionRecord, input: Input) {
  const { evidence, reason, declineKind, link, until } = input;
  const details = given({ evidence, reason, declineKind, link, until });
  const step = transition(before, input.to, {
    actorId: actorId(ctx.actor),
    now: ctx.now().toISOString(),
    ...details,
  });
  if (!step.ok) throw refuse(step.rule, step.message);
  if (input.to === "declined") await checkLink(ctx, input.key, step.patch.declineLink);
  return columnsOf(step.patch);
}

function columnsOf({ implementedAt, verifiedAt, waivedUntil, ...rest }: ActionPatch) {
  const instant = (at: string | null) => (at === null ? null : new Date(at));
  return {
    ...given(rest),
    ...(implementedAt === undefined ? {} : { implementedAt: instant(implementedAt) }),
    ...(verifiedAt === undefined ? {} : { verifiedAt: instant(verifiedAt) }),
    ...(waivedUntil === undefined ? {} : { waivedUntil: fromLocalDateOrNull(waivedUntil) }),
  } satisfies Prisma.ActionItemUncheckedUpdateManyInput;
}

async function keepStep(tx: TxCtx, before: ActionRecord, input: Input): Promise<void> {
  await tx.db.actionItemTransition.create({
    data: {
      id: tx.newId(),
      actionItemId: before.id,
      fromStatus: before.status,
      toStatus: input.to,
      evidence: input.evidence ?? null,
      reason: input.reason ?? null,
      byId: actorId(tx.actor),
      at: tx.now(),
    },
  });
}
