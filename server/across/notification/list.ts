import type { Prisma } from "#generated/prisma/client.ts";
import { itemOf } from "#lib/across/notification/item-of.ts";
import { type InboxState, NEWS_CODE, type SnoozeEnd } from "#lib/base/vocabulary/message-kind.ts";
import type { Notification, notificationContract } from "#lib/contract/notification.ts";
import { authorizeSelf } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { CURSORS, decodeCursor, pageFrom } from "#server/base/kernel/cursor.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { duesOf } from "./dues-of.ts";
import { hideTitles } from "./hide-titles.ts";
import { inboxStates } from "./in-state.ts";
import { settledOf } from "./settled.ts";
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
  shownAt: true,
  readAt: true,
  doneAt: true,
  wakes: true,
} satisfies Prisma.NotificationSelect;

const IN_INBOX = { kind: { not: NEWS_CODE } };

/** Returns my inbox, newest first, by cursor over (shownAt, id). */
export async function listNotifications(
  ctx: Ctx,
  input: InputOf<typeof notificationContract.list>,
): Promise<{ items: Notification[]; nextCursor: string | null }> {
  const actor = authorizeSelf(ctx, "read");
  const filters = [await notificationVisibleTo(ctx, actor), IN_INBOX];
  if (input.unread) filters.push({ readAt: null });
  if (input.state) filters.push((await inboxStates(ctx, actor))[input.state]);
  if (input.cursor) {
    const [shownAt, id] = decodeCursor(input.cursor, CURSORS.instantAndId);
    const at = new Date(shownAt);
    filters.push({ OR: [{ shownAt: { lt: at } }, { shownAt: at, id: { lt: id } }] });
  }
  const rows = await ctx.db.notification.findMany({
    where: { AND: filters },
    select: SELECT,
    orderBy: [{ shownAt: "desc" }, { id: "desc" }],
    take: input.limit + 1,
  });
  const items = rows.flatMap(({ href }) => itemOf(href) ?? []);
  const [dues, settled] = await Promise.all([duesOf(ctx, items), settledOf(ctx, actor, rows)]);
  return pageFrom(
    await hideTitles(ctx, actor, rows),
    input.limit,
    ({ createdAt, shownAt, readAt, doneAt, wakes, ...row }) => ({
      ...{ ...row, createdAt: createdAt.toISOString(), shownAt: shownAt.toISOString() },
      ...{ readAt: toInstantOrNull(readAt), doneAt: toInstantOrNull(doneAt) },
      wakes: shownAt > ctx.now() ? (wakes as SnoozeEnd | null) : null,
      due: dues.get(itemOf(row.href) ?? "") ?? null,
      settled: settled.has(row.id),
    }),
    (row) => [row.shownAt.toISOString(), row.id],
  );
}

/** Returns a function that counts my messages among those of a filter on the tabs of the inbox. */
async function inboxCounter(ctx: Ctx) {
  const actor = authorizeSelf(ctx, "read");
  const [visible, states] = await Promise.all([notificationVisibleTo(ctx, actor), inboxStates(ctx, actor)]);
  return (state: InboxState, among: Prisma.NotificationWhereInput = {}) =>
    ctx.db.notification.count({ where: { AND: [visible, IN_INBOX, states[state], among] } });
}

/** Returns how many new notifications I haven't read. */
export async function countUnread(ctx: Ctx): Promise<number> {
  const count = await inboxCounter(ctx);
  return count("new", { readAt: null });
}

/** Returns the number of messages in each tab of my inbox. */
export async function countsNotifications(ctx: Ctx): Promise<Record<InboxState, number>> {
  const count = await inboxCounter(ctx);
  const [fresh, snoozed, done] = await Promise.all([count("new"), count("snoozed"), count("done")]);
  return { new: fresh, snoozed, done };
}
