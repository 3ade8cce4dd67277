import type { Prisma } from "#generated/prisma/client.ts";
import type { Notification, notificationContract } from "#lib/contract/notification.ts";
import { authorizeSelf } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { CURSORS, decodeCursor, pageFrom } from "#server/base/kernel/cursor.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { hideTitles } from "./hide-titles.ts";
import { notificationVisibleTo } from "./visible-to.ts";

const SELECT = {
  id: true,
  kind: true,
  subject: true,
  body: true,
  things: true,
  moreCount: true,
  href: true,
  createdAt: true,
  readAt: true,
} satisfies Prisma.NotificationSelect;

/** Returns my inbox, newest first, by cursor over (createdAt, id). */
export async function listNotifications(
  ctx: Ctx,
  input: InputOf<typeof notificationContract.list>,
): Promise<{ items: Notification[]; nextCursor: string | null }> {
  const actor = authorizeSelf(ctx, "read");
  const filters = [await notificationVisibleTo(ctx, actor)];
  if (input.unread) filters.push({ readAt: null });
  if (input.cursor) {
    const [createdAt, id] = decodeCursor(input.cursor, CURSORS.instantAndId);
    const at = new Date(createdAt);
    filters.push({ OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: id } }] });
  }
  const rows = await ctx.db.notification.findMany({
    where: { AND: filters },
    select: SELECT,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: input.limit + 1,
  });
  return pageFrom(
    await hideTitles(ctx, actor, rows),
    input.limit,
    (row) => ({ ...row, createdAt: row.createdAt.toISOString(), readAt: toInstantOrNull(row.readAt) }),
    (row) => [row.createdAt.toISOString(), row.id],
  );
}

/** Returns how many notifications I haven't read. */
export async function countUnread(ctx: Ctx): Promise<number> {
  const visible = await notificationVisibleTo(ctx, authorizeSelf(ctx, "read"));
  return ctx.db.notification.count({ where: { AND: [visible, { readAt: null }] } });
}
