import { actorId } from "#lib/base/access/actor.ts";
import { type LocalDate, longDay } from "#lib/base/time/local-date.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import { dueKey } from "#lib/people/policy/values.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { fromLocalDate, fromLocalDateOrNull, toLocalDate } from "#server/base/kernel/dates.ts";
import { actionKeyOf } from "#server/base/kernel/keys.ts";
import { type NewNotification, notifyAll } from "#server/base/kernel/notify.ts";
import type { Change } from "#server/base/kernel/nouns.ts";
import { recordAll } from "#server/base/kernel/record.ts";
import { actionFacts, dayAfter, loadBook, POLICY_INCIDENT, POLICY_OWNER } from "#server/people/policy/index.ts";
import type { ReviewRecord } from "./select.ts";
import { readersAmong } from "./tell.ts";

type Counted = Change<"action_item">;

/**
 * Counts the provisional due dates of a review's actions from the day of its first publication, in the time zone of
 * each owner, who is notified of another date. Dates that a person set stay. Not a move: the dates weren't a commitment before.
 */
export async function countDueDates(tx: TxCtx, review: ReviewRecord): Promise<void> {
  const actions = await tx.db.actionItem.findMany({
    where: { reviewId: review.id, dueBasis: "provisional", status: { notIn: ["verified", "declined"] } },
    select: {
      ...{ id: true, number: true, title: true, priority: true, dueDate: true },
      ...{ ownerId: true, incidentId: true, teamId: true },
      owner: { select: { timeZone: true, ...POLICY_OWNER } },
      incident: { select: POLICY_INCIDENT },
    },
    orderBy: { id: "asc" },
  });
  const entries: Counted[] = [];
  const news: NewNotification[] = [];
  const book = await loadBook(tx);
  for (const action of actions) {
    const { id, priority, dueDate, incidentId } = action;
    const day = todayIn(action.owner?.timeZone ?? null, tx.now());
    const facts = actionFacts(action);
    const length = book.apply(facts, null).values[dueKey(priority)];
    const toDate = fromLocalDateOrNull(await dayAfter(tx, day, length, facts.teamIds));
    const dueBasis = "publication" as const;
    // If someone has set a date since the rows were read, it stays.
    const { count } = await tx.db.actionItem.updateMany({
      where: { id, dueBasis: "provisional" },
      data: {
        dueDate: toDate,
        dueBasis,
        dueFrom: fromLocalDate(day),
        policyEdition: book.newest,
        version: { increment: 1 },
      },
    });
    if (count === 0) continue;
    const [before, after] = [{ dueDate: toLocalDate(dueDate) }, { dueDate: toLocalDate(toDate) }];
    entries.push({ action: "action_item.due_counted", id, incidentId, before, after });
    if (before.dueDate === after.dueDate) continue;
    const by = { movedById: actorId(tx.actor), movedAt: tx.now() };
    const counted = { fromDate: dueDate, toDate, reason: "", basis: dueBasis };
    await tx.db.actionItemDueMove.create({ data: { id: tx.newId(), actionItemId: id, ...counted, ...by } });
    if (action.ownerId !== null)
      news.push(newsOf({ ...action, ownerId: action.ownerId }, before.dueDate, after.dueDate));
  }
  const readers = await readersAmong(tx, review, [...new Set(news.map(({ userId }) => userId))]);
  await notifyAll(
    tx,
    news.filter(({ userId }) => readers.includes(userId)),
  );
  await recordAll(tx, entries);
}

interface Owned {
  number: number;
  title: string;
  ownerId: string;
  incidentId: string | null;
}

function newsOf({ number, title, ownerId, incidentId }: Owned, was: LocalDate | null, to: LocalDate | null) {
  const key = actionKeyOf(number);
  const body = [was === null ? "" : `It was due ${longDay(was)}.`, "Counted from the publication of its review."];
  return {
    ...{ userId: ownerId, kind: "action_item.news", incidentId, href: `/actions/${key}` },
    ...{ subject: `${key} ${title}: ${to === null ? "No due date" : `Due ${longDay(to)}`}` },
    body: body.filter(Boolean).join(" "),
  };
}
