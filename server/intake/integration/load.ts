import { notFound } from "#lib/base/errors.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { INTEGRATION_SELECT, type IntegrationRecord } from "./select.ts";

/** Returns one integration, for admins. Throws `forbidden`, `not_found`. */
export async function authorizeIntegration(ctx: Ctx, id: string): Promise<IntegrationRecord> {
  authorizeGlobally(ctx, "integration.manage");
  const row = await ctx.db.integration.findUnique({ where: { id }, select: INTEGRATION_SELECT });
  if (!row) throw notFound();
  return row;
}
