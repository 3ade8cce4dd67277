import { actorId } from "#lib/base/access/actor.ts";
import { invalid } from "#lib/base/errors.ts";
import type { ActionItem, actionItemContract } from "#lib/contract/action-item.ts";
import { defaultDueDate } from "#lib/follow/action-item/due.ts";
import { audit } from "#server/base/kernel/audit.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { fromLocalDateOrNull } from "#server/base/kernel/dates.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { actionKeyOf, numberOfKey } from "#server/base/kernel/keys.ts";
import { emit } from "#server/base/kernel/outbox.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { checkFactors, checkOwner, checkTeam } from "./checks.ts";
import { findOrigin } from "./find-origin.ts";
import { loadActionItem } from "./load.ts";
import { presentActionItem } from "./present.ts";
import { tellOwner } from "./tell.ts";

type Input = InputOf<typeof actionItemContract.create>;

/** Proposes an action item. Without a due date the policy of its priority and incident sets one; past dates are allowed. */
export async function createActionItem(ctx: Ctx, input: Input): Promise<ActionItem> {
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "action.create");
    await checkOwner(tx, input.ownerId);
    await checkTeam(tx, input.teamId);
    await checkFactors(tx, input.factorIds);
    const { incidentId, reviewId, severity } = await findOrigin(tx, input);
    const changeIds = await findChanges(tx, input.changeKeys);
    const { title, type, priority, description, doneWhen, ownerId, teamId, trackerUrl } = input;
    const today = tx.now().toISOString().slice(0, 10);
    const dueDate = input.dueDate === undefined ? defaultDueDate(priority, severity, today) : input.dueDate;
    const id = tx.newId();
    const { number } = await tx.db.actionItem.create({
      data: {
        ...{ id, title, type, priority, description, doneWhen, ownerId, teamId, trackerUrl, incidentId, reviewId },
        dueDate: fromLocalDateOrNull(dueDate),
        createdById: actorId(tx.actor),
        createdAt: tx.now(),
        factors: { create: [...new Set(input.factorIds)].map((factorId) => ({ factorId })) },
        changes: { create: changeIds.map((changeId) => ({ changeId })) },
      },
      select: { number: true },
    });
    await audit(tx, { action: "action_item.created", noun: "action_item", nounId: id, incidentId, after: input });
    await emit(tx, "record.changed", { noun: "action_item", id, incidentId });
    const created = await loadActionItem(tx, actionKeyOf(number));
    await tellOwner(tx, created.row);
    return presentActionItem(tx, created);
  });
}

async function findChanges(ctx: Ctx, keys: readonly string[]): Promise<string[]> {
  const numbers = [...new Set(keys.map(numberOfKey))];
  if (numbers.length === 0) return [];
  const found = await ctx.db.strategicChange.findMany({ where: { number: { in: numbers } }, select: { id: true } });
  if (found.length !== numbers.length) throw invalid("changeKeys", "One of these strategic changes does not exist");
  return found.map(({ id }) => id);
}
