import { actorId } from "#lib/base/access/actor.ts";
import { can } from "#lib/base/access/can.ts";
import { invalid, refuse } from "#lib/base/errors.ts";
import type { ActionItem } from "#lib/contract/action-item.ts";
import type { actionPartContract } from "#lib/contract/action-part.ts";
import { refusesAsking, refusesHandOver } from "#lib/follow/action-item/hand-over.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { actionItemFacts } from "./facts.ts";
import { loadActionItem } from "./load.ts";
import { evidenceText, getActionItem, presentActionItem } from "./present.ts";
import { nameOf, tell, tellFollowers, whoCan } from "./tell.ts";
import { authorizeUpdate, learn, planUpdate } from "./update-plan.ts";
import { bumpVersion } from "./write-step.ts";

/** Hands an action over to its next owner, who gets a message with the reason. Only its owner can, before it is to verify. */
export async function handOver(ctx: Ctx, input: InputOf<typeof actionPartContract.handOver>): Promise<ActionItem> {
  return transact(ctx, async (tx) => {
    const { key, version, ownerId, reason } = input;
    const loaded = await loadActionItem(tx, key);
    const { row: before } = loaded;
    const change = { key, version, ownerId };
    authorizeUpdate(tx, loaded, change);
    const refused = refusesHandOver(before, actorId(tx.actor), ownerId);
    if (refused && before.version === version) throw refuse(refused.rule, refused.message);
    const { data } = await planUpdate(tx, await learn(tx, []), loaded, change);
    const changed = await tx.db.actionItem.updateMany({
      where: { id: before.id, version },
      data: { ...data, version: { increment: 1 } },
    });
    await guardVersion(changed, () => getActionItem(tx, { key }));
    const after = await loadActionItem(tx, key);
    const told = await tell(tx, after.row, [ownerId], {
      kind: "action_item.assigned",
      subject: `Handed over to you: ${nameOf(after.row)}`,
      body: reason,
    });
    await tellFollowers(tx, after.row, { news: "New owner", body: reason, told });
    return record(tx, {
      action: "action_item.handed_over",
      id: before.id,
      incidentId: before.incidentId,
      before: { ownerId: before.ownerId },
      after: { ownerId, reason },
      answer: () => presentActionItem(tx, after),
    });
  });
}

const CANT_VERIFY = "This person can't verify the action, or has no access to it. Choose someone else.";

/** Asks a person to verify an action, and tells them. Everyone else who can verify it still can. */
export async function askToVerify(
  ctx: Ctx,
  input: InputOf<typeof actionPartContract.askToVerify>,
): Promise<ActionItem> {
  return transact(ctx, async (tx) => {
    const { key, version, userId } = input;
    const { row, refs } = await loadActionItem(tx, key);
    const facts = actionItemFacts(tx.actor, row, refs);
    authorize(tx, "actionItem", can(tx.actor, "actionItem", "verify", facts) ? "verify" : "work", facts);
    await bumpVersion(tx, row, version);
    const refused = refusesAsking(row, userId);
    if (refused) throw refuse(refused.rule, refused.message);
    if (userId !== null && (await whoCan(tx, "verify", row, [userId])).length === 0)
      throw invalid("userId", CANT_VERIFY);
    const isNew = userId !== row.askedVerifierId;
    const asked = { askedVerifierId: userId, askedVerifierAt: userId === null ? null : tx.now() };
    if (isNew) await tx.db.actionItem.update({ where: { id: row.id }, data: asked });
    const after = await loadActionItem(tx, key);
    if (userId !== null && isNew)
      await tell(tx, after.row, [userId], {
        kind: "action_item.to_verify",
        subject: `Verify: ${nameOf(row)}`,
        body: evidenceText(row) ?? "",
      });
    return record(tx, {
      action: userId === null ? "action_item.verifier_unasked" : "action_item.verifier_asked",
      id: row.id,
      incidentId: row.incidentId,
      before: { askedVerifierId: row.askedVerifierId },
      after: { askedVerifierId: userId },
      answer: () => presentActionItem(tx, after),
    });
  });
}
