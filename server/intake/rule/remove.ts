import { z } from "zod";
import { actorId } from "#lib/base/access/actor.ts";
import { notFound, refuse } from "#lib/base/errors.ts";
import type { RoutingRule, routingContract } from "#lib/contract/rule.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { authorizeRouting, findRule, lockRules, renumber, rulesOf } from "./load.ts";

type Input = InputOf<typeof routingContract.remove>;

const Kept = z.object({
  integrationId: z.uuid(),
  position: z.int(),
  conditions: z.array(z.object({}).loose()),
  outcome: z.enum(["join", "wait", "ignore"]),
  serviceId: z.uuid().nullable(),
  opens: z.boolean(),
  titleTemplate: z.string(),
  severity: z.int().nullable(),
  severityMap: z.record(z.string(), z.number()),
  enabled: z.boolean(),
  version: z.int(),
});

/** Removes a rule. The audit log keeps all of it. */
export async function removeRule(ctx: Ctx, { integrationId, id }: Input): Promise<{ items: RoutingRule[] }> {
  return transact(ctx, async (tx) => {
    await authorizeRouting(tx, integrationId);
    await lockRules(tx, integrationId);
    const { service: _service, updatedBy: _by, updatedAt: _at, ...rule } = await findRule(tx, integrationId, id);
    await tx.db.routingRule.delete({ where: { id } });
    const left = await rulesOf(tx, integrationId);
    await renumber(
      tx,
      left.map((one) => one.id),
    );
    const before = { ...rule, integrationId };
    return record(tx, {
      action: "routing_rule.removed",
      id,
      integrationId,
      before,
      answer: async () => ({ items: await rulesOf(tx, integrationId) }),
    });
  });
}

/**
 * Restores a removed rule to its place. Throws `not_found` for an unknown one, and `rule` for one that wasn't removed.
 */
export async function restoreRule(ctx: Ctx, { integrationId, id }: Input): Promise<{ items: RoutingRule[] }> {
  return transact(ctx, async (tx) => {
    await authorizeRouting(tx, integrationId);
    await lockRules(tx, integrationId);
    if ((await tx.db.routingRule.count({ where: { id } })) > 0) throw refuse("not_removed", "This rule isn't removed");
    const entry = await tx.db.auditEntry.findFirst({
      where: { noun: "routing_rule", nounId: id, action: "routing_rule.removed" },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      select: { before: true },
    });
    const kept = Kept.safeParse(entry?.before);
    if (!kept.success || kept.data.integrationId !== integrationId) throw notFound();
    const { position, version, conditions, serviceId, ...fields } = kept.data;
    // Its service may have been deleted. Then the rule is restored without it.
    const services = serviceId === null ? 0 : await tx.db.service.count({ where: { id: serviceId } });
    await tx.db.routingRule.create({
      data: {
        ...fields,
        id,
        position,
        version: version + 1,
        serviceId: services > 0 ? serviceId : null,
        conditions: JSON.parse(JSON.stringify(conditions)) as object[],
        updatedById: actorId(tx.actor),
        createdAt: tx.now(),
      },
    });
    const others = (await rulesOf(tx, integrationId)).map((one) => one.id).filter((one) => one !== id);
    await renumber(tx, others.toSpliced(position - 1, 0, id));
    return record(tx, {
      action: "routing_rule.restored",
      id,
      integrationId,
      after: { ...fields, position, conditions, serviceId: services > 0 ? serviceId : null },
      answer: async () => ({ items: await rulesOf(tx, integrationId) }),
    });
  });
}
