import type { notificationContract } from "#lib/contract/notification.ts";
import { authorizeSelf } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { notificationVisibleTo } from "./visible-to.ts";

/** Marks some or all of my notifications as read or unread, and returns how many changed. Not audited. */
export async function markNotifications(
  ctx: Ctx,
  { ids, read }: InputOf<typeof notificationContract.mark>,
): Promise<{ changed: number }> {
  const visible = await notificationVisibleTo(ctx, authorizeSelf(ctx, "write"));
  return transact(ctx, async (tx) => {
    const { count } = await tx.db.notification.updateMany({
      where: { AND: [visible, { readAt: read ? null : { not: null } }, ...(ids ? [{ id: { in: ids } }] : [])] },
      data: { readAt: read ? tx.now() : null },
    });
    return unrecorded("a reading mark is one's own", () => ({ changed: count }));
  });
}
