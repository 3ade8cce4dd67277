import { notFound } from "#lib/base/errors.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { numberOfKey } from "#server/base/kernel/keys.ts";
import { type ChangeRecord, changeSelect } from "./select.ts";
import { strategicChangeVisibleTo } from "./visible-to.ts";

/** The strategic change of a key. Throws `not_found` for an unknown one. */
export async function loadStrategicChange(ctx: Ctx, key: string): Promise<ChangeRecord> {
  const row = await ctx.db.strategicChange.findFirst({
    where: { AND: [{ number: numberOfKey(key) }, strategicChangeVisibleTo(ctx.actor)] },
    select: changeSelect(ctx.actor),
  });
  if (!row) throw notFound();
  return row;
}
