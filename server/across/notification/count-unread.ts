import { authorizeSelf } from "#server/base/kernel/authorize-self.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { notificationVisibleTo } from "./visible-to.ts";

/** How many notifications I have not read. */
export async function countUnread(ctx: Ctx): Promise<number> {
  const visible = await notificationVisibleTo(ctx, authorizeSelf(ctx, "read"));
  return ctx.db.notification.count({ where: { AND: [visible, { readAt: null }] } });
}
