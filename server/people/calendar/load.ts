import type { Prisma } from "#generated/prisma/client.ts";
import { notFound } from "#lib/base/errors.ts";
import { addDays, type LocalDate } from "#lib/base/time/local-date.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import type { Calendar, CalendarAhead } from "#lib/contract/calendar.ts";
import { type BusinessCalendar, daysOffBetween, nthBusinessDay } from "#lib/people/calendar/business-days.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { placeName, publicHolidays } from "./holidays.ts";

const CALENDAR_SELECT = {
  id: true,
  timeZone: true,
  workingDays: true,
  country: true,
  region: true,
  closedDays: true,
  version: true,
  team: { select: { id: true, name: true } },
} satisfies Prisma.BusinessCalendarSelect;

type Row = Prisma.BusinessCalendarGetPayload<{ select: typeof CALENDAR_SELECT }>;

export interface CalendarFields
  extends Pick<Calendar, "timeZone" | "workingDays" | "country" | "region" | "closedDays"> {}

const closedDaysOf = ({ closedDays }: Row) => closedDays as unknown as Calendar["closedDays"];

/** Returns a calendar with its holidays, for counting days. */
export async function calendarOf(fields: CalendarFields): Promise<BusinessCalendar> {
  const { timeZone, workingDays, country, region, closedDays } = fields;
  const holidays = country === null ? () => [] : await publicHolidays(country, region);
  const years = new Map<number, ReadonlyMap<LocalDate, string>>();
  const daysOff = (year: number) => {
    const closed = closedDays.filter(({ date }) => date.startsWith(`${year}-`));
    const days = years.get(year) ?? new Map([...holidays(year), ...closed].map(({ date, name }) => [date, name]));
    years.set(year, days);
    return days;
  };
  return { timeZone, workingDays, daysOff };
}

const AHEAD_DAYS = 65 * 7;

/** Returns the days off of a calendar in the next year and a quarter, and how far five business days are. */
export async function aheadOf(fields: CalendarFields, now: Date): Promise<CalendarAhead> {
  const calendar = await calendarOf(fields);
  const from = todayIn(fields.timeZone, now);
  const until = addDays(from, AHEAD_DAYS - 1);
  const daysOff = daysOffBetween(calendar, from, until);
  return { from, until, daysOff, fifthDay: nthBusinessDay(calendar, from, 5) };
}

async function present(row: Row, now: Date): Promise<Calendar> {
  const fields = { ...row, closedDays: closedDaysOf(row) };
  const place = row.country === null ? null : await placeName(row.country, row.region);
  return { ...fields, placeName: place, ahead: await aheadOf(fields, now) };
}

/** An archived team's calendar can't be seen, so it doesn't count either. */
const USED = { OR: [{ teamId: null }, { team: { archivedAt: null } }] } satisfies Prisma.BusinessCalendarWhereInput;

/** Returns the organisation's calendar, then those of teams by name. */
export async function listCalendars(ctx: Ctx): Promise<{ items: Calendar[] }> {
  const rows = await ctx.db.businessCalendar.findMany({
    where: USED,
    select: CALENDAR_SELECT,
    orderBy: [{ team: { name: "asc" } }],
  });
  const [own, teams] = [rows.filter(({ team }) => team === null), rows.filter(({ team }) => team !== null)];
  return { items: await Promise.all([...own, ...teams].map((row) => present(row, ctx.now()))) };
}

/**
 * Returns a function that finds the calendar of the first of some teams that has one, otherwise the organisation's.
 */
export async function teamCalendars(ctx: Ctx): Promise<(teamIds: readonly string[]) => BusinessCalendar> {
  const rows = await ctx.db.businessCalendar.findMany({ where: USED, select: CALENDAR_SELECT });
  const calendars = await Promise.all(
    rows.map(async (row) => [row.team?.id ?? "", await calendarOf({ ...row, closedDays: closedDaysOf(row) })] as const),
  );
  const byTeam = new Map(calendars);
  const own = byTeam.get("");
  if (!own) throw new Error("the organisation has no calendar");
  return (teamIds) => byTeam.get(teamIds.find((id) => byTeam.has(id)) ?? "") ?? own;
}

/** Returns one calendar. Throws `not_found`. */
export async function getCalendar(ctx: Ctx, id: string): Promise<Calendar> {
  const row = await ctx.db.businessCalendar.findUnique({ where: { id }, select: CALENDAR_SELECT });
  if (!row) throw notFound();
  return present(row, ctx.now());
}
