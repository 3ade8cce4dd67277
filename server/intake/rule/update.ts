import { actorId } from "#lib/base/access/actor.ts";
import type { routingContract, SavedRule } from "#lib/contract/rule.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { given } from "#server/base/kernel/given.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { fieldsOf, record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { applyRules } from "#server/intake/delivery/index.ts";
import { authorizeRouting, checkRuleService, findRule } from "./load.ts";

/** Changes a rule. With `apply`, unassigned events are routed again. Throws `conflict` for a stale version. */
export async function updateRule(ctx: Ctx, input: InputOf<typeof routingContract.update>): Promise<SavedRule> {
  return transact(ctx, async (tx) => {
    const { integrationId, id, version, apply, ...fields } = input;
    const integration = await authorizeRouting(tx, integrationId);
    const before = await findRule(tx, integrationId, id);
    if (fields.serviceId !== undefined && fields.serviceId !== before.serviceId)
      await checkRuleService(tx, fields.serviceId);
    const patch = given(fields);
    const changed = await tx.db.routingRule.updateMany({
      where: { id, integrationId, version },
      data: { ...patch, updatedById: actorId(tx.actor), version: { increment: 1 } },
    });
    await guardVersion(changed, () => findRule(tx, integrationId, id));
    const applied = apply ? await applyRules(tx, integration) : null;
    return record(tx, {
      action: "routing_rule.updated",
      id,
      integrationId,
      before: fieldsOf(before, patch),
      after: patch,
      answer: async () => ({ rule: await findRule(tx, integrationId, id), applied }),
    });
  });
}
