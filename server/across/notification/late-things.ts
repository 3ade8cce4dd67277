import type { LateThing } from "#lib/across/notification/digest.ts";
import { daysBetween, type LocalDate } from "#lib/base/time/local-date.ts";
import { daysLate, OPEN_STATUSES } from "#lib/follow/action-item/lateness.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { fromLocalDate, toLocalDate } from "#server/base/kernel/dates.ts";
import { actionKeyOf, reviewKeyOf } from "#server/base/kernel/keys.ts";

/** What people own and has passed its date: actions, and reviews on their way to publication. By person. */
export async function lateThings(
  { db }: Ctx,
  dayOf: ReadonlyMap<string, LocalDate>,
): Promise<Map<string, LateThing[]>> {
  const lastDay = [...dayOf.values()].sort().at(-1);
  if (lastDay === undefined) return new Map();
  const before = { lt: fromLocalDate(lastDay) };
  const ownerId = { in: [...dayOf.keys()] };
  const actions = await db.actionItem.findMany({
    where: {
      ownerId,
      archivedAt: null,
      OR: [
        { status: { in: [...OPEN_STATUSES] }, dueDate: before },
        { status: "waived", waivedUntil: before },
      ],
    },
    select: { number: true, title: true, status: true, dueDate: true, waivedUntil: true, ownerId: true },
  });
  const reviews = await db.review.findMany({
    where: { ownerId, dueAt: before, archivedAt: null, status: { in: ["draft", "in_review", "reviewed"] } },
    select: { number: true, title: true, dueAt: true, ownerId: true },
  });
  const things = new Map<string, LateThing[]>();
  const add = (owner: string | null, thing: (today: LocalDate) => LateThing) => {
    const today = owner === null ? undefined : dayOf.get(owner);
    if (owner !== null && today !== undefined) things.set(owner, [...(things.get(owner) ?? []), thing(today)]);
  };
  for (const { number, title, ownerId: owner, status, ...dates } of actions) {
    const [dueDate, waivedUntil] = [toLocalDate(dates.dueDate), toLocalDate(dates.waivedUntil)];
    const days = (today: LocalDate) => daysLate({ status, dueDate, waivedUntil }, today) ?? 0;
    add(owner, (today) => ({ key: actionKeyOf(number), title, daysLate: days(today) }));
  }
  for (const { number, title, dueAt, ownerId: owner } of reviews) {
    const due = toLocalDate(dueAt);
    add(owner, (today) => ({ key: reviewKeyOf(number), title, daysLate: due ? daysBetween(due, today) : 0 }));
  }
  return things;
}
