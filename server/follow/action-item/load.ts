import { notFound } from "#lib/base/errors.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { numberOfKey } from "#server/base/kernel/keys.ts";
import { type ActionRefs, loadRefs } from "./load-refs.ts";
import { type ActionRecord, actionSelect } from "./select.ts";
import { actionItemVisibleTo } from "./visible-to.ts";

/** An action item with what it links to, both as one actor can see them. */
export interface LoadedAction {
  row: ActionRecord;
  refs: ActionRefs;
}

/**
 * Returns the action item with a key as the actor can see it. Throws `not_found` for an unknown one and for one hidden
 * from them.
 */
export async function loadActionItem(ctx: Ctx, key: string): Promise<LoadedAction> {
  const row = await ctx.db.actionItem.findFirst({
    where: { AND: [{ number: numberOfKey(key) }, actionItemVisibleTo(ctx.actor)] },
    select: actionSelect(ctx.actor),
  });
  if (!row) throw notFound();
  return { row, refs: await loadRefs(ctx, [row]) };
}
