import type { Prisma } from "#generated/prisma/client.ts";
import { invalid } from "#lib/base/errors.ts";
import type { notificationContract } from "#lib/contract/notification.ts";
import { authorizeSelf } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { inboxStates } from "./in-state.ts";
import { notificationVisibleTo } from "./visible-to.ts";

type Update = (tx: TxCtx, mine: Prisma.NotificationWhereInput) => Promise<{ count: number }>;

/** Changes notifications that are mine and that I can see, and returns how many changed. Not audited. */
export async function change(
  ctx: Ctx,
  ids: readonly string[] | undefined,
  update: Update,
): Promise<{ changed: number }> {
  const visible = await notificationVisibleTo(ctx, authorizeSelf(ctx, "write"));
  const mine = { AND: [visible, ...(ids ? [{ id: { in: [...ids] } }] : [])] };
  return transact(ctx, async (tx) => {
    const { count } = await update(tx, mine);
    return unrecorded("where a message is in the inbox is one's own", () => ({ changed: count }));
  });
}

/** Marks some of my notifications, or all that are new, as read or unread. */
export const markNotifications = async (ctx: Ctx, { ids, read }: InputOf<typeof notificationContract.mark>) => {
  const among = ids ? {} : (await inboxStates(ctx, authorizeSelf(ctx, "write"))).new;
  return change(ctx, ids, (tx, mine) =>
    tx.db.notification.updateMany({
      where: { AND: [mine, among, { readAt: read ? null : { not: null } }] },
      data: { readAt: read ? tx.now() : null },
    }),
  );
};

/**
 * Moves some of my notifications, or all that are new, to Done, or back to New. Done ones are read. Those that moved at
 * the instant `doneAt` return as they were: unread if they were read by moving.
 */
export const finishNotifications = async (
  ctx: Ctx,
  { ids, done, before, doneAt }: InputOf<typeof notificationContract.finish>,
): Promise<{ changed: number; doneAt: string }> => {
  if (!ids && !done && !doneAt) throw invalid("ids", "Choose the messages to move back to New");
  const at = ctx.now();
  const { changed } = done ? await finish(ctx, { ids, before, at }) : await reopen(ctx, { ids, doneAt });
  return { changed, doneAt: at.toISOString() };
};

type Some = Pick<InputOf<typeof notificationContract.finish>, "ids" | "before" | "doneAt">;

async function finish(ctx: Ctx, { ids, before, at }: Some & { at: Date }) {
  const among = ids ? {} : (await inboxStates(ctx, authorizeSelf(ctx, "write"))).new;
  const shown = before ? { shownAt: { lte: new Date(before) } } : {};
  return change(ctx, ids, async (tx, mine) => {
    const where = { AND: [mine, among, shown, { doneAt: null }] };
    await tx.db.notification.updateMany({ where: { AND: [where, { readAt: null }] }, data: { readAt: at } });
    return tx.db.notification.updateMany({ where, data: { doneAt: at } });
  });
}

const reopen = (ctx: Ctx, { ids, doneAt }: Some) =>
  change(ctx, ids, async (tx, mine) => {
    const where = { AND: [mine, { doneAt: doneAt ? new Date(doneAt) : { not: null } }] };
    if (doneAt) {
      const unread = { AND: [where, { readAt: new Date(doneAt) }] };
      await tx.db.notification.updateMany({ where: unread, data: { readAt: null } });
    }
    return tx.db.notification.updateMany({ where, data: { doneAt: null } });
  });
