import type { Service } from "#lib/contract/service.ts";
import { notFound } from "#lib/errors.ts";
import type { Ctx } from "#server/kernel/context.ts";
import { presentService, SERVICE_SELECT } from "./present.ts";

/** One service. Throws `not_found`. */
export async function getService(ctx: Ctx, { id }: { id: string }): Promise<Service> {
  const row = await ctx.db.service.findUnique({ where: { id }, select: SERVICE_SELECT });
  if (!row) throw notFound();
  return presentService(row);
}
