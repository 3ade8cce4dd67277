import type { LocalDate } from "#lib/base/time/local-date.ts";
import type { Monday } from "#lib/contract/monday.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { readable } from "./actions.ts";

/** The week before the one that is shown: its end, its start, and the day that it was read. */
interface Before {
  today: LocalDate;
  since: Date;
  until: Date;
}

/** Returns the figures of the week before, from the history of actions and not from what was shown then. */
export async function weekBefore(ctx: Ctx, before: Before): Promise<Monday["before"]> {
  const { since, until } = before;
  const within = { gte: since, lt: until };
  const [ids, moved, verified] = await Promise.all([
    lateThen(ctx, before),
    ctx.db.actionItemDueMove.count({ where: { movedAt: within, basis: null, actionItem: readable(ctx) } }),
    ctx.db.actionItem.count({ where: { ...readable(ctx), status: "verified", verifiedAt: within } }),
  ]);
  const late =
    ids.length === 0 ? 0 : await ctx.db.actionItem.count({ where: { AND: [readable(ctx), { id: { in: ids } }] } });
  return { late, moved, verified };
}

/**
 * Returns the actions that were late at a time: open by the last step until then, due by the last move until then on an
 * earlier day, and without a waiver for that day. Only actions that were open or due otherwise since are looked up.
 */
async function lateThen({ db }: Ctx, { today, until }: Before): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT a.id FROM action_item a
    WHERE a.archived_at IS NULL AND a.created_at <= ${until}
      AND (a.is_unsettled OR EXISTS (
        SELECT FROM action_item_transition t WHERE t.action_item_id = a.id AND t.at > ${until}))
      AND (a.due_date < ${today}::date OR EXISTS (
        SELECT FROM action_item_due_move m WHERE m.action_item_id = a.id AND m.moved_at > ${until}))
      AND coalesce(
        (SELECT t.to_status FROM action_item_transition t
          WHERE t.action_item_id = a.id AND t.at <= ${until} ORDER BY t.at DESC, t.id DESC LIMIT 1),
        (SELECT t.from_status FROM action_item_transition t
          WHERE t.action_item_id = a.id AND t.at > ${until} ORDER BY t.at, t.id LIMIT 1),
        a.status) NOT IN ('verified', 'declined')
      AND (SELECT due FROM (
        (SELECT m.to_date AS due, 1 AS rank FROM action_item_due_move m
          WHERE m.action_item_id = a.id AND m.moved_at <= ${until} ORDER BY m.moved_at DESC, m.id DESC LIMIT 1)
        UNION ALL
        (SELECT m.from_date, 2 FROM action_item_due_move m
          WHERE m.action_item_id = a.id AND m.moved_at > ${until} ORDER BY m.moved_at, m.id LIMIT 1)
        UNION ALL SELECT a.due_date, 3) known ORDER BY rank LIMIT 1) < ${today}::date
      AND NOT EXISTS (
        SELECT FROM waiver w
        WHERE w.action_item_id = a.id AND w.status IN ('approved', 'ended') AND w.answered_at <= ${until}
          AND w.until > ${today}::date AND (w.ended_at IS NULL OR w.ended_at > ${until}))`;
  return rows.map(({ id }) => id);
}
