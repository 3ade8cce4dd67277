import type { Prisma } from "#generated/prisma/client.ts";
import type { ActionItem, ActionItemRow } from "#lib/contract/action-item.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { findNumbers } from "#server/base/kernel/find-ids.ts";
import { actionKeyOf } from "#server/base/kernel/keys.ts";
import { conditionsOf, dayOf, presentRows } from "./list.ts";
import type { ListInput } from "./list-order.ts";
import { sortedList } from "./list-sort.ts";
import { loadRefs } from "./load-refs.ts";
import { presentActionItems } from "./present.ts";
import { ACTION_ROW_SELECT, actionSelect } from "./select.ts";
import { actionItemVisibleTo } from "./visible-to.ts";

/** Reads parts of a list in its order, as many as someone asks for. */
export type Parts<Item> = AsyncGenerator<Item[], void, undefined>;

/**
 * Finds every action item of a list that the actor can read, and returns them in its order, in parts of `size` that are
 * read one by one. Only their numbers are kept, so an action that someone changes during the read is there once.
 */
export async function everyActionItem(ctx: Ctx, input: ListInput, size: number): Promise<Parts<ActionItemRow>> {
  return partsOf(ctx, await numbersOf(ctx, input), size, async (where) => {
    const rows = await ctx.db.actionItem.findMany({ where, select: ACTION_ROW_SELECT });
    return presentRows(ctx, rows, input);
  });
}

/** An action as its page has it, and how many comments it has. */
export type WholeAction = ActionItem & { comments: number };

/** Returns the same actions with everything that their pages have. */
export async function everyWholeAction(ctx: Ctx, input: ListInput, size: number): Promise<Parts<WholeAction>> {
  return partsOf(ctx, await numbersOf(ctx, input), size, (where) => readWhole(ctx, where));
}

async function numbersOf(ctx: Ctx, input: ListInput): Promise<Int32Array> {
  const day = await dayOf(ctx, input);
  const { where, orderBy } = sortedList(ctx, input, day);
  const within = [...conditionsOf(ctx, input, day), where];
  return findNumbers(ctx, { table: "action_item", q: input.q, where: within, orderBy });
}

type Read<Item> = (where: Prisma.ActionItemWhereInput) => Promise<Item[]>;

async function* partsOf<Item extends { key: string }>(
  ctx: Ctx,
  numbers: Int32Array,
  size: number,
  read: Read<Item>,
): Parts<Item> {
  for (let from = 0; from < numbers.length; from += size) {
    ctx.signal?.throwIfAborted();
    const part = [...numbers.subarray(from, from + size)];
    const items = await read({ AND: [{ number: { in: part } }, actionItemVisibleTo(ctx.actor)] });
    const byKey = new Map(items.map((item) => [item.key, item]));
    yield part.flatMap((number) => byKey.get(actionKeyOf(number)) ?? []);
  }
}

async function readWhole(ctx: Ctx, where: Prisma.ActionItemWhereInput): Promise<WholeAction[]> {
  const rows = await ctx.db.actionItem.findMany({ where, select: actionSelect(ctx.actor) });
  const threads = await ctx.db.commentThread.findMany({
    where: { actionItemId: { in: rows.map(({ id }) => id) } },
    select: { actionItemId: true, comments: { where: { deletedAt: null }, select: { id: true } } },
  });
  const threadsOf = Map.groupBy(threads, ({ actionItemId }) => actionItemId);
  const items = await presentActionItems(ctx, rows, await loadRefs(ctx, rows));
  return items.map((item) => {
    const comments = (threadsOf.get(item.id) ?? []).flatMap((thread) => thread.comments).length;
    return { ...item, comments };
  });
}
