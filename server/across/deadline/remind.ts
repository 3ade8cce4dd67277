import type { Prisma } from "#generated/prisma/client.ts";
import { can } from "#lib/base/access/can.ts";
import { instantWords } from "#lib/base/time/instant-words.ts";
import type { LocalDate } from "#lib/base/time/local-date.ts";
import { addDays } from "#lib/base/time/local-date.ts";
import { DAY_MS } from "#lib/base/time/spans.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import { UNPUBLISHED_STATUSES } from "#lib/base/vocabulary/review.ts";
import type { PersonRef } from "#lib/contract/base.ts";
import { type DeadlineMoment, dueMoment, isUrgent, nextMoment, type Reminded } from "#lib/people/policy/reminders.ts";
import { askedOf, type DeadlineAsked } from "#lib/people/policy/values.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { toLocalDate } from "#server/base/kernel/dates.ts";
import { incidentKeyOf, reviewKeyOf } from "#server/base/kernel/keys.ts";
import { notify } from "#server/base/kernel/notify.ts";
import { record, unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { INCIDENT_FACTS, incidentFacts } from "#server/incidents/incident/index.ts";
import { ACTOR_SELECT, userActor } from "#server/people/auth/user-actor.ts";
import { teamCalendars } from "#server/people/calendar/index.ts";
import { loadBook, type PolicyBook, reviewFacts } from "#server/people/policy/index.ts";
import { REVIEW_FACTS, reviewFacts as reviewAccess } from "#server/reviews/review/index.ts";
import { type DeadlineIncident, deadlinesOf, incidentsInWork, loadForDeadlines, meetingDay, startOf } from "./load.ts";

const PEOPLE = {
  ...INCIDENT_FACTS,
  ...{ id: true, timeZone: true },
  roles: { where: { role: "commander", userId: { not: null } }, select: { userId: true }, orderBy: { id: "asc" } },
  reviews: {
    where: { archivedAt: null, status: { not: "cancelled" } },
    select: {
      ...REVIEW_FACTS,
      ...{ number: true, title: true, status: true, dueAt: true, dueFrom: true, meetingOn: true, createdAt: true },
      policyEdition: true,
    },
    orderBy: { number: "asc" },
  },
} satisfies Prisma.IncidentSelect;
type People = Prisma.IncidentGetPayload<{ select: typeof PEOPLE }>;
type ReviewRow = People["reviews"][number];

/** Facts that the reminders of all deadlines share. */
interface ReminderDesk {
  book: PolicyBook;
  calendarOf: Awaited<ReturnType<typeof teamCalendars>>;
  since: Date;
}

const sinceWhen = async ({ db }: Ctx): Promise<Date> => (await db.ladderStart.findFirstOrThrow()).deadlinesSince;

async function openReminders(ctx: Ctx): Promise<ReminderDesk> {
  const [book, calendarOf, since] = await Promise.all([loadBook(ctx), teamCalendars(ctx), sinceWhen(ctx)]);
  return { book, calendarOf, since };
}

/** A deadline that isn't met, with who is asked and how it is said. */
interface OpenDeadline extends Reminded {
  key: string;
  name: string;
  asks: DeadlineAsked;
  /** The review that it is about. Null: the incident. */
  review: ReviewRow | null;
  todo: string;
}

/** Returns the deadlines of an incident and its reviews that aren't met. A day is over when the next one starts. */
function openDeadlines(ctx: Ctx, row: DeadlineIncident, people: People | null, desk: ReminderDesk): OpenDeadline[] {
  const { book, calendarOf } = desk;
  const facts = reviewFacts(row);
  const values = (edition: number | null) => book.apply(facts, edition).values;
  const { deadlines, remindShare } = values(row.policyEdition);
  const dated = deadlinesOf(row, { book, edition: row.policyEdition, calendarOf, now: ctx.now() });
  const named = dated.flatMap(({ key, name, from, dueAt, state }): OpenDeadline[] => {
    const rule = deadlines.find((one) => one.key === key);
    if (state === "sent" || from === null || dueAt === null || !rule) return [];
    const todo = "Mark it as sent on the incident once it is.";
    return [{ key, name, from, dueAt, share: remindShare, asks: askedOf(rule), review: null, todo }];
  });
  return [...named, ...(people?.reviews ?? []).flatMap((review) => ofReview(row, people as People, review, desk))];
}

function ofReview(row: DeadlineIncident, { timeZone }: People, review: ReviewRow, desk: ReminderDesk): OpenDeadline[] {
  if (row.kind !== "incident" || !UNPUBLISHED_STATUSES.some((status) => status === review.status)) return [];
  const facts = reviewFacts(row);
  const { meet, remindShare: share } = desk.book.apply(facts, review.policyEdition).values;
  const key = reviewKeyOf(review.number);
  const until = (day: LocalDate, from: string) => ({ from, dueAt: startOf(addDays(day, 1), timeZone), share, review });
  const due = toLocalDate(review.dueAt);
  const publish = due && {
    ...until(
      due,
      review.dueFrom ? startOf(toLocalDate(review.dueFrom) ?? due, timeZone) : review.createdAt.toISOString(),
    ),
    ...{ key: `publish ${key}`, name: "Publication of the review", asks: "owner" as const },
    todo: "Publish it, or change its due date.",
  };
  const ended = row.resolvedAt && todayIn(timeZone, row.resolvedAt);
  const calendar = desk.calendarOf(facts.teamIds);
  const meetOn = meetingDay({ resolvedAt: row.resolvedAt, timeZone }, review, { calendar, meet });
  const meeting = ended &&
    meetOn && {
      ...until(meetOn, startOf(ended, timeZone)),
      ...{ key: `meet ${key}`, name: "Review meeting", asks: "facilitator" as const },
      todo: "Set the date of the meeting in the review.",
    };
  return [...(meeting ? [meeting] : []), ...(publish ? [publish] : [])];
}

/** An incident that was added late has reminders of the last day. Older ones are past, and no one hears of them. */
const startFor = (row: DeadlineIncident, { since }: ReminderDesk): string =>
  new Date(Math.max(since.getTime(), row.createdAt.getTime() - DAY_MS)).toISOString();

const takenOf = (row: DeadlineIncident, key: string) =>
  row.deadlineReminders.filter((one) => one.key === key).map(({ moment, at }) => ({ moment, at: at.toISOString() }));

interface DueReminder {
  deadline: OpenDeadline;
  moment: DeadlineMoment;
}

function dueReminders(ctx: Ctx, row: DeadlineIncident, people: People | null, desk: ReminderDesk): DueReminder[] {
  const times = { now: ctx.now().toISOString(), start: startFor(row, desk) };
  return openDeadlines(ctx, row, people, desk).flatMap((deadline) => {
    const moment = dueMoment(deadline, takenOf(row, deadline.key), times);
    return moment ? [{ deadline, moment }] : [];
  });
}

const loadPeople = (ctx: Ctx, id: string): Promise<People | null> =>
  ctx.db.incident.findUnique({ where: { id }, select: PEOPLE });

/** Returns the next reminder of each deadline of an incident that has one, by its key. */
export async function nextReminders(
  ctx: Ctx,
  row: DeadlineIncident,
  shared: Omit<ReminderDesk, "since">,
): Promise<Map<string, { at: string; to: PersonRef | null }>> {
  const [since, people] = await Promise.all([sinceWhen(ctx), loadPeople(ctx, row.id)]);
  const desk = { ...shared, since };
  const times = { now: ctx.now().toISOString(), start: startFor(row, desk) };
  const found = new Map<string, { at: string; to: PersonRef | null }>();
  if (!people) return found;
  for (const deadline of openDeadlines(ctx, row, people, desk)) {
    const next = nextMoment(deadline, takenOf(row, deadline.key), times);
    if (!next || deadline.review) continue;
    const person = await personFor(ctx, people, deadline);
    found.set(deadline.key, { at: next.at, to: person && { id: person.id, name: person.name } });
  }
  return found;
}

/** Returns the first person of those who are asked who can read what it is about. Null: there is none. */
async function personFor(ctx: Ctx, people: People, { asks, review }: Pick<OpenDeadline, "asks" | "review">) {
  const commanders = people.roles.map(({ userId }) => userId);
  const [first] = people.reviews;
  const { ownerId = null, facilitatorId = null } = review ?? first ?? {};
  const asked = { commander: commanders, owner: [ownerId, facilitatorId], facilitator: [facilitatorId, ownerId] };
  const others = [...commanders, ownerId, facilitatorId, people.createdById];
  const ids = [...new Set([...asked[asks], ...others].flatMap((id) => id ?? []))];
  const users = await ctx.db.user.findMany({ where: { id: { in: ids } }, select: { ...ACTOR_SELECT, timeZone: true } });
  const reads = ids.flatMap((id) => {
    const user = users.find((one) => one.id === id);
    const actor = user && userActor(user, null);
    if (!user || !actor) return [];
    const isReader = review
      ? can(actor, "review", "read", reviewAccess({ ...review, incident: people }))
      : can(actor, "incident", "read", incidentFacts(people));
    return isReader ? [user] : [];
  });
  return reads[0] ?? null;
}

/**
 * Reminds people of deadlines of incidents and their reviews. Safe in several processes at once and as often as you
 * like: each reminder is recorded once. An incident that fails is logged and left for the next run. Returns how many
 * reminders were recorded.
 */
export async function remindOfDeadlines(ctx: Ctx, signal?: AbortSignal): Promise<number> {
  authorizeGlobally(ctx, "people.manage");
  const desk = await openReminders(ctx);
  let recorded = 0;
  const rows = await incidentsInWork(ctx, desk);
  const found = await ctx.db.incident.findMany({ where: { id: { in: rows.map(({ id }) => id) } }, select: PEOPLE });
  const peopleOf = new Map(found.map((people) => [people.id, people]));
  for (const row of rows) {
    if (signal?.aborted) break;
    try {
      const people = peopleOf.get(row.id) ?? null;
      if (dueReminders(ctx, row, people, desk).length > 0) recorded += await remind(ctx, row.id, desk);
    } catch (error) {
      ctx.log.error({ err: error, incident: incidentKeyOf(row.number) }, "the deadlines could not be counted");
    }
  }
  return recorded;
}

function remind(ctx: Ctx, id: string, desk: ReminderDesk): Promise<number> {
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "people.manage");
    // Another process waits here, and then finds the reminders recorded.
    await tx.db.$queryRaw`SELECT id FROM incident WHERE id = ${id}::uuid FOR UPDATE`;
    const [row, people] = await Promise.all([loadForDeadlines(tx, id), loadPeople(tx, id)]);
    const due = people ? dueReminders(tx, row, people, desk) : [];
    if (!people || due.length === 0) return unrecorded("another run recorded them", () => 0);
    const told: { deadline: string; moment: DeadlineMoment; personId: string | null }[] = [];
    for (const one of due) {
      const person = await personFor(tx, people, one.deadline);
      const { key, dueAt } = one.deadline;
      await tx.db.deadlineReminder.create({
        data: {
          ...{ id: tx.newId(), incidentId: id, key, moment: one.moment, dueAt, at: tx.now() },
          personId: person?.id ?? null,
        },
      });
      if (person) await tell(tx, row, one, person);
      told.push({ deadline: one.deadline.name, moment: one.moment, personId: person?.id ?? null });
    }
    return record(tx, { action: "deadline.reminded", id, after: { told }, answer: () => due.length });
  });
}

async function tell(
  tx: TxCtx,
  row: DeadlineIncident,
  { deadline, moment }: DueReminder,
  person: { id: string; timeZone: string },
): Promise<void> {
  const { name, review, dueAt, todo } = deadline;
  const key = review ? reviewKeyOf(review.number) : incidentKeyOf(row.number);
  const when = instantWords(dueAt, person.timeZone);
  await notify(tx, {
    userId: person.id,
    kind: `deadline.${moment}${isUrgent(deadline) ? "_urgent" : ""}`,
    subject: `${moment === "passed" ? "Late" : "Due soon"}: ${name}, ${key} ${review?.title ?? row.title}`,
    body: `${moment === "passed" ? "It was due" : "It is due"} by ${when}. ${todo}`,
    href: review ? `/reviews/${key}` : `/incidents/${key}`,
    incidentId: row.id,
  });
}
