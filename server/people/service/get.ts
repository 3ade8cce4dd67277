import { notFound } from "#lib/base/errors.ts";
import type { Service } from "#lib/contract/service.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { presentService, SERVICE_SELECT } from "./present.ts";

/** One service. Throws `not_found`. */
export async function getService(ctx: Ctx, { id }: { id: string }): Promise<Service> {
  const row = await ctx.db.service.findUnique({ where: { id }, select: SERVICE_SELECT });
  if (!row) throw notFound();
  return presentService(row);
}
