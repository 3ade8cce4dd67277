import { notFound } from "#lib/base/errors.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { type FactorRecord, factorSelect } from "./select.ts";
import { factorVisibleTo } from "./visible-to.ts";

/** One factor as the actor can see it, or `not_found`. */
export async function loadFactor(ctx: Ctx, id: string): Promise<FactorRecord> {
  const row = await ctx.db.factor.findFirst({
    where: { AND: [{ id }, factorVisibleTo(ctx.actor)] },
    select: factorSelect(ctx.actor),
  });
  if (!row) throw notFound();
  return row;
}
