import type { RoutingRule } from "#lib/contract/rule.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { authorizeRouting, rulesOf } from "./load.ts";

/** Returns the rules of an integration, in their order. */
export async function listRules(
  ctx: Ctx,
  { integrationId }: { integrationId: string },
): Promise<{ items: RoutingRule[] }> {
  await authorizeRouting(ctx, integrationId);
  return { items: await rulesOf(ctx, integrationId) };
}
