import { notFound } from "#lib/base/errors.ts";
import type { RoutingRule, routingContract } from "#lib/contract/rule.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { authorizeRouting, findRule, lockRules, renumber, rulesOf } from "./load.ts";

/** Moves a rule to a position among the others. A position after the last is the last. */
export async function moveRule(
  ctx: Ctx,
  { integrationId, id, version, position }: InputOf<typeof routingContract.move>,
): Promise<{ items: RoutingRule[] }> {
  return transact(ctx, async (tx) => {
    await authorizeRouting(tx, integrationId);
    await lockRules(tx, integrationId);
    const ids = (await rulesOf(tx, integrationId)).map((rule) => rule.id);
    const from = ids.indexOf(id);
    if (from < 0) throw notFound();
    const changed = await tx.db.routingRule.updateMany({ where: { id, version }, data: { version: { increment: 1 } } });
    await guardVersion(changed, () => findRule(tx, integrationId, id));
    const others = ids.filter((one) => one !== id);
    await renumber(tx, others.toSpliced(position - 1, 0, id));
    return record(tx, {
      action: "routing_rule.moved",
      id,
      integrationId,
      before: { position: from + 1 },
      after: { position: Math.min(position, ids.length) },
      answer: async () => ({ items: await rulesOf(tx, integrationId) }),
    });
  });
}
