import { actorId } from "#lib/base/access/actor.ts";
import type { routingContract, SavedRule } from "#lib/contract/rule.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { applyRules } from "#server/intake/delivery/index.ts";
import { authorizeRouting, checkRuleService, findRule, lockRules, rulesOf } from "./load.ts";

/** Adds a rule after the others. With `apply`, unassigned events are routed again in the same transaction. */
export async function createRule(ctx: Ctx, input: InputOf<typeof routingContract.create>): Promise<SavedRule> {
  return transact(ctx, async (tx) => {
    const { integrationId, apply, ...fields } = input;
    const integration = await authorizeRouting(tx, integrationId);
    await checkRuleService(tx, fields.serviceId);
    await lockRules(tx, integrationId);
    const id = tx.newId();
    const position = (await rulesOf(tx, integrationId)).length + 1;
    await tx.db.routingRule.create({
      data: { id, integrationId, position, ...fields, updatedById: actorId(tx.actor), createdAt: tx.now() },
    });
    const applied = apply ? await applyRules(tx, integration) : null;
    return record(tx, {
      action: "routing_rule.created",
      id,
      integrationId,
      after: fields,
      answer: async () => ({ rule: await findRule(tx, integrationId, id), applied }),
    });
  });
}
