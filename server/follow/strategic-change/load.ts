import type { Prisma } from "#generated/prisma/client.ts";
import type { Actor } from "#lib/base/access/actor.ts";
import { notFound } from "#lib/base/errors.ts";
import type { StrategicChange } from "#lib/contract/strategic-change.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { numberOfKey } from "#server/base/kernel/keys.ts";
import { presentStrategicChange } from "./present.ts";
import { type ChangeRecord, changeSelect } from "./select.ts";

/** Everyone can read strategic changes. Links to a restricted incident are left out row by row. */
export const strategicChangeVisibleTo = (_actor: Actor): Prisma.StrategicChangeWhereInput => ({});

/** Returns the strategic change with a key. Throws `not_found` for an unknown one. */
export async function loadStrategicChange(ctx: Ctx, key: string): Promise<ChangeRecord> {
  const row = await ctx.db.strategicChange.findFirst({
    where: { AND: [{ number: numberOfKey(key) }, strategicChangeVisibleTo(ctx.actor)] },
    select: changeSelect(ctx.actor),
  });
  if (!row) throw notFound();
  return row;
}

/** Counts a change up from a version. Changes nothing for a stale one, which `guardVersion` rejects. */
export const bumpChange = (tx: TxCtx, id: string, version: number) =>
  tx.db.strategicChange.updateMany({ where: { id, version }, data: { version: { increment: 1 } } });

export const getStrategicChange = async (ctx: Ctx, input: { key: string }): Promise<StrategicChange> =>
  presentStrategicChange(ctx, await loadStrategicChange(ctx, input.key));
