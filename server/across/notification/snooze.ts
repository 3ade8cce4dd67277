import { itemOf } from "#lib/across/notification/item-of.ts";
import { morningOf } from "#lib/across/notification/snooze-times.ts";
import { invalid } from "#lib/base/errors.ts";
import type { LocalDate } from "#lib/base/time/local-date.ts";
import { DAY_MS } from "#lib/base/time/spans.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import type { SnoozeEnd } from "#lib/base/vocabulary/message-kind.ts";
import type { notificationContract } from "#lib/contract/notification.ts";
import { authorizeSelf } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { duesOf } from "./dues-of.ts";
import { change } from "./mark.ts";

/** A message that waits for a change of its item appears after that at the latest. */
const LONGEST_MS = 365 * DAY_MS;

/**
 * Hides notifications until a time, or until their items change or are due. Then they are new and unread, on top of the
 * inbox. Throws `invalid` for a past time, and for items without a later day on which they are due.
 */
export async function snoozeNotifications(
  ctx: Ctx,
  { ids, until, shownAt: former }: InputOf<typeof notificationContract.snooze>,
): Promise<{ changed: number }> {
  if (until === "change" || until === "due") return snoozeUntil(ctx, ids, until);
  const shownAt = until === null ? null : new Date(until);
  if (shownAt !== null && shownAt <= ctx.now()) throw invalid("until", "Enter a future time");
  const ended = { wakes: null, snoozedAt: null };
  return change(ctx, ids, async (tx, mine) => {
    if (shownAt)
      return tx.db.notification.updateMany({ where: mine, data: { shownAt, readAt: null, doneAt: null, ...ended } });
    const where = { AND: [mine, { shownAt: { gt: tx.now() } }] };
    const rows = await tx.db.notification.findMany({ where, select: { id: true, createdAt: true } });
    const back = former && new Date(former) <= tx.now() ? new Date(former) : null;
    for (const { id, createdAt } of rows)
      await tx.db.notification.update({ where: { id }, data: { shownAt: back ?? createdAt, ...ended } });
    return { count: rows.length };
  });
}

async function snoozeUntil(ctx: Ctx, ids: readonly string[], wakes: SnoozeEnd): Promise<{ changed: number }> {
  const { id: userId } = authorizeSelf(ctx, "write");
  return change(ctx, ids, async (tx, mine) => {
    const rows = await tx.db.notification.findMany({ where: mine, select: { id: true, href: true } });
    const { timeZone } = await tx.db.user.findUniqueOrThrow({ where: { id: userId }, select: { timeZone: true } });
    const items = rows.flatMap(({ href }) => itemOf(href) ?? []);
    if (items.length < rows.length) throw invalid("until", "This message is about no single item. Choose a time.");
    const dues = await duesOf(tx, items);
    for (const { id, href } of rows) {
      const shownAt = wakesAt(tx, { wakes, due: dues.get(itemOf(href) ?? ""), timeZone });
      if (shownAt === null) throw invalid("until", "Its item isn't due on a later day. Choose a time.");
      const data = { shownAt, wakes, snoozedAt: tx.now(), readAt: null, doneAt: null };
      await tx.db.notification.update({ where: { id }, data });
    }
    return { count: rows.length };
  });
}

interface Waiting {
  wakes: SnoozeEnd;
  due: LocalDate | undefined;
  timeZone: string;
}

/** Returns when a message appears unless its item changes first. Null: its item is due on no later day. */
export function wakesAt({ now }: Pick<TxCtx, "now">, { wakes, due, timeZone }: Waiting): Date | null {
  if (due !== undefined && due > todayIn(timeZone, now())) return new Date(morningOf(due, timeZone));
  return wakes === "change" ? new Date(now().getTime() + LONGEST_MS) : null;
}
