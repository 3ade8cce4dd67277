import type { Prisma } from "#generated/prisma/client.ts";
import type { Actor } from "#lib/base/access/actor.ts";
import type { LocalDate } from "#lib/base/time/local-date.ts";
import { Temporal } from "#lib/base/time/temporal.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import type { BusinessCalendar } from "#lib/people/calendar/business-days.ts";
import { countFrom } from "#lib/people/policy/count.ts";
import { type DatedDeadline, type DeadlineFacts, dateDeadlines } from "#lib/people/policy/deadlines.ts";
import type { DayCount, DeadlineRule } from "#lib/people/policy/values.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { incidentVisibleTo } from "#server/incidents/incident/index.ts";
import { POLICY_INCIDENT, type PolicyBook, reviewFacts } from "#server/people/policy/index.ts";

const SELECT = {
  ...POLICY_INCIDENT,
  ...{ id: true, number: true, title: true, policyEdition: true, resolvedAt: true },
  milestones: {
    where: { name: { in: ["detected", "classified", "resolved"] }, event: { precision: { not: "unknown" } } },
    select: { name: true, event: { select: { at: true } } },
  },
  reviews: {
    where: { publishedAt: { not: null } },
    select: { publishedAt: true },
    orderBy: { publishedAt: "asc" },
    take: 1,
  },
  deadlinesSent: { select: { key: true, sentAt: true, sentBy: { select: { id: true, name: true } } } },
  deadlineReminders: {
    select: { key: true, moment: true, at: true, person: { select: { id: true, name: true } } },
    orderBy: { at: "asc" },
  },
  createdAt: true,
} satisfies Prisma.IncidentSelect;
export type DeadlineIncident = Prisma.IncidentGetPayload<{ select: typeof SELECT }>;

/** Returns one incident with what its deadlines count from. */
export const loadForDeadlines = (ctx: Ctx, id: string): Promise<DeadlineIncident> =>
  ctx.db.incident.findUniqueOrThrow({ where: { id }, select: SELECT });

const IN_WORK = {
  OR: [{ status: "open" }, { reviews: { some: { status: { in: ["draft", "in_review", "reviewed"] } } } }],
} satisfies Prisma.IncidentWhereInput;

/** The incidents that can have deadlines, as far as an actor can read them. */
export const mayHaveDeadlines = (actor: Actor): Prisma.IncidentWhereInput => ({
  AND: [{ kind: "incident", status: { not: "cancelled" }, archivedAt: null }, incidentVisibleTo(actor)],
});

/**
 * Returns the incidents in work that the actor can read: open ones, those with a review that isn't published, and those
 * with a deadline that isn't sent.
 */
export async function incidentsInWork(
  ctx: Ctx,
  { book, calendarOf }: { book: PolicyBook; calendarOf: CalendarOf },
): Promise<DeadlineIncident[]> {
  const find = (where: Prisma.IncidentWhereInput) =>
    ctx.db.incident.findMany({
      where: { AND: [mayHaveDeadlines(ctx.actor), where] },
      select: SELECT,
      orderBy: { number: "asc" },
    });
  const { firstDeadlines } = book;
  const others = firstDeadlines === null ? [] : await find({ NOT: IN_WORK, policyEdition: { gte: firstDeadlines } });
  const running = others.filter((row) =>
    deadlinesOf(row, { book, edition: row.policyEdition, calendarOf, now: ctx.now() }).some(
      ({ state }) => state !== "sent",
    ),
  );
  return [...(await find(IN_WORK)), ...running];
}

/** Returns what is known of an incident for its deadlines. */
export function deadlineFacts({ milestones, resolvedAt, reviews, deadlinesSent }: DeadlineIncident): DeadlineFacts {
  const at = (name: "detected" | "classified" | "resolved") =>
    milestones.find((one) => one.name === name)?.event?.at ?? (name === "resolved" ? resolvedAt : null);
  const times = { detected: at("detected"), classified: at("classified"), resolved: at("resolved") };
  const events = Object.entries({ ...times, published: reviews[0]?.publishedAt ?? null });
  return {
    events: Object.fromEntries(events.flatMap(([event, time]) => (time ? [[event, time.toISOString()]] : []))),
    sent: new Map(deadlinesSent.map(({ key, sentAt }) => [key, sentAt.toISOString()])),
  };
}

type CalendarOf = (teamIds: readonly string[]) => BusinessCalendar;

/** Returns the deadlines of an incident by an edition of the policies, in the calendar of the team of its services. */
export function deadlinesOf(
  row: DeadlineIncident,
  { book, edition, calendarOf, now }: { book: PolicyBook; edition: number | null; calendarOf: CalendarOf; now: Date },
): DatedDeadline[] {
  const facts = reviewFacts(row);
  const rules: readonly DeadlineRule[] = row.kind === "incident" ? book.apply(facts, edition).values.deadlines : [];
  return dateDeadlines(rules, deadlineFacts(row), calendarOf(facts.teamIds), now);
}

/** Returns the instant at which a day starts in a time zone. */
export const startOf = (day: LocalDate, zone: string): string =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone }).epochMilliseconds).toISOString();

/** Returns the last day for a review's meeting. Null: it has its day, it is over, or none is needed. */
export function meetingDay(
  { resolvedAt, timeZone }: { resolvedAt: Date | null; timeZone: string },
  { meetingOn, status }: { meetingOn: unknown; status: string },
  { calendar, meet }: { calendar: BusinessCalendar; meet: DayCount | null },
): LocalDate | null {
  if (resolvedAt === null || meetingOn !== null || status === "reviewed") return null;
  return countFrom(calendar, todayIn(timeZone, resolvedAt), meet);
}
