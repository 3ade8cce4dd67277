import { todayIn } from "#lib/base/time/today-in.ts";
import type { Review } from "#lib/contract/review.ts";
import { dueDayOf, type TaskDates } from "#lib/reviews/template/due-tasks.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toLocalDate } from "#server/base/kernel/dates.ts";
import type { ReviewRecord } from "./select.ts";
import { templateOf } from "./template-of.ts";

/** Returns the tasks of a review's template, with the people and days that the review gives them. */
export async function tasksOf(ctx: Ctx, row: ReviewRecord): Promise<Review["tasks"]> {
  const { tasks } = templateOf(row);
  const ids = tasks.flatMap(({ who }) => ("userId" in who ? who.userId : []));
  const named = ids.length === 0 ? [] : await ctx.db.user.findMany({ where: { id: { in: ids } }, select: PERSON });
  const dates = datesOf(row);
  return tasks.map(({ title, who, days, after }) => ({
    ...{ title, days, after },
    role: "role" in who ? who.role : null,
    people: "role" in who ? peopleOf(row, who.role) : named.filter(({ id }) => id === who.userId),
    dueOn: dueDayOf({ days, after }, dates),
  }));
}

const PERSON = { id: true, name: true } as const;

function peopleOf({ owner, facilitator, people }: ReviewRecord, role: NonNullable<Review["tasks"][number]["role"]>) {
  if (role === "owner") return owner ? [owner] : [];
  if (role === "facilitator") return facilitator ? [facilitator] : [];
  return people.filter((person) => person.role === role).map(({ user }) => user);
}

/** In the time zone of the incident, as the deadline of the review. */
function datesOf({ incident, createdAt, publishedAt, meetingOn }: ReviewRecord): TaskDates {
  const dayOf = (at: Date | null | undefined) => (at ? todayIn(incident.timeZone, at) : null);
  const detected = incident.milestones.find(({ name }) => name === "detected")?.event?.at;
  return {
    detected: dayOf(detected),
    resolved: dayOf(incident.resolvedAt),
    generated: dayOf(createdAt),
    meeting: toLocalDate(meetingOn),
    published: dayOf(publishedAt),
  };
}
