import { actorId } from "#lib/base/access/actor.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import { dueDateFrom } from "#lib/people/policy/days.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { fromLocalDateOrNull, toLocalDate } from "#server/base/kernel/dates.ts";
import type { Change } from "#server/base/kernel/nouns.ts";
import { recordAll } from "#server/base/kernel/record.ts";

type Counted = Change<"action_item">;

/**
 * Counts the provisional due dates of a review's actions from the day of its first publication, in the time zone of
 * each owner. Dates that a person set stay. Not a move: the dates weren't a commitment before.
 */
export async function countDueDates(tx: TxCtx, reviewId: string): Promise<void> {
  const actions = await tx.db.actionItem.findMany({
    where: { reviewId, dueBasis: "provisional", status: { notIn: ["verified", "declined"] } },
    select: {
      ...{ id: true, priority: true, dueDate: true, incidentId: true },
      owner: { select: { timeZone: true } },
      incident: { select: { highestSeverity: true } },
    },
    orderBy: { id: "asc" },
  });
  const entries: Counted[] = [];
  for (const { id, priority, dueDate, owner, incident, incidentId } of actions) {
    const day = todayIn(owner?.timeZone ?? null, tx.now());
    const toDate = fromLocalDateOrNull(dueDateFrom(day, priority, incident?.highestSeverity ?? null));
    const dueBasis = "publication" as const;
    // Someone can have set a date since the rows were read: it stays.
    const { count } = await tx.db.actionItem.updateMany({
      where: { id, dueBasis: "provisional" },
      data: { dueDate: toDate, dueBasis, version: { increment: 1 } },
    });
    if (count === 0) continue;
    const [before, after] = [{ dueDate: toLocalDate(dueDate) }, { dueDate: toLocalDate(toDate) }];
    entries.push({ action: "action_item.due_counted", id, incidentId, before, after });
    if (before.dueDate === after.dueDate) continue;
    const by = { movedById: actorId(tx.actor), movedAt: tx.now() };
    const counted = { fromDate: dueDate, toDate, reason: "", basis: dueBasis };
    await tx.db.actionItemDueMove.create({ data: { id: tx.newId(), actionItemId: id, ...counted, ...by } });
  }
  await recordAll(tx, entries);
}
