import type { Prisma } from "#generated/prisma/client.ts";
import { itemOf } from "#lib/across/notification/item-of.ts";
import type { SnoozeEnd } from "#lib/base/vocabulary/message-kind.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { duesOf } from "./dues-of.ts";
import { wakesAt } from "./snooze.ts";

const SELECT = {
  ...{ id: true, userId: true, href: true, shownAt: true, wakes: true, snoozedAt: true },
  user: { select: { timeZone: true } },
} satisfies Prisma.NotificationSelect;

/**
 * Shows messages again whose items someone else changed since they were snoozed, and moves the others to the day on
 * which their items are due now. Safe to run in several processes at once. Returns how many are shown.
 */
export async function wakeSnoozed(ctx: Ctx): Promise<number> {
  const rows = await ctx.db.notification.findMany({
    where: { wakes: { not: null }, doneAt: null, shownAt: { gt: ctx.now() } },
    select: SELECT,
  });
  if (rows.length === 0) return 0;
  const items = [...new Set(rows.flatMap(({ href }) => itemOf(href) ?? []))];
  const [dues, changed] = await Promise.all([duesOf(ctx, items), changedSince(ctx)]);
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "people.manage");
    let shown = 0;
    for (const row of rows) {
      const due = dues.get(itemOf(row.href) ?? "");
      const waiting = { wakes: row.wakes as SnoozeEnd, due, timeZone: row.user.timeZone };
      const at = changed.has(row.id) ? null : wakesAt(tx, waiting);
      // A message without a day waits on until the latest time that it was given.
      if (at !== null && (due === undefined || at.getTime() === row.shownAt.getTime())) continue;
      const end = at === null ? { shownAt: tx.now(), readAt: null, wakes: null, snoozedAt: null } : { shownAt: at };
      const asRead = { id: row.id, shownAt: row.shownAt, wakes: row.wakes };
      const { count } = await tx.db.notification.updateMany({ where: asRead, data: end });
      if (at === null) shown += count;
    }
    return unrecorded("where a message is in the inbox is one's own", () => shown);
  });
}

/** The path of an item. */
const ITEM = "^/[a-z]+/(?:[A-Z]+-[0-9]+|[0-9a-f]{8}(?:-[0-9a-f]{4,12}){4})";

/**
 * Returns which of the messages that wait for a change of their item have had one: by someone else, or another message
 * about it.
 */
async function changedSince(ctx: Ctx): Promise<ReadonlySet<string>> {
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    WITH waiting AS (
      SELECT id, user_id, snoozed_at, substring(href FROM ${ITEM}::text) AS item,
        substring(href FROM '^/[a-z]+/([A-Z]+)-') AS prefix, substring(href FROM '^/[a-z]+/[A-Z]+-([0-9]+)')::int AS number,
        substring(href FROM '^/factors/([0-9a-f]{8}(?:-[0-9a-f]{4,12}){4})')::uuid AS condition_id
      FROM notification WHERE wakes = 'change' AND done_at IS NULL AND shown_at > ${ctx.now()}
    ), items AS (
      SELECT w.id, 'action_item' AS noun, a.id AS noun_id FROM waiting w JOIN action_item a USING (number) WHERE prefix = 'ACT'
      UNION ALL SELECT w.id, 'review', r.id FROM waiting w JOIN review r USING (number) WHERE prefix = 'REV'
      UNION ALL SELECT w.id, 'strategic_change', c.id FROM waiting w JOIN strategic_change c USING (number)
        WHERE prefix = 'SC'
      UNION ALL SELECT w.id, 'incident', i.id FROM waiting w JOIN incident i USING (number) WHERE prefix = 'INC'
      UNION ALL SELECT w.id, 'canonical_factor', w.condition_id FROM waiting w WHERE w.condition_id IS NOT NULL
    )
    SELECT w.id FROM waiting w
    WHERE EXISTS (
      SELECT FROM notification n WHERE n.user_id = w.user_id AND n.created_at > w.snoozed_at
        AND substring(n.href FROM ${ITEM}::text) = w.item
    ) OR EXISTS (
      SELECT FROM items i JOIN audit_entry e ON e.noun = i.noun AND e.noun_id = i.noun_id
      WHERE i.id = w.id AND e.at > w.snoozed_at AND e.actor_id IS DISTINCT FROM w.user_id
    )`;
  return new Set(rows.map(({ id }) => id));
}
