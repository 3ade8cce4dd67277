import { addDays, type LocalDate } from "#lib/base/time/local-date.ts";
import { type BusinessCalendar, nthBusinessDay } from "#lib/people/calendar/business-days.ts";
import type { DayCount } from "./values.ts";

/** Returns the day that is so many days after another one. Null: there is no such date. */
export function countFrom(calendar: BusinessCalendar, from: LocalDate, count: DayCount): LocalDate;
export function countFrom(calendar: BusinessCalendar, from: LocalDate, count: DayCount | null): LocalDate | null;
export function countFrom(calendar: BusinessCalendar, from: LocalDate, count: DayCount | null): LocalDate | null {
  if (count === null) return null;
  return count.unit === "calendar" ? addDays(from, count.days) : nthBusinessDay(calendar, from, count.days);
}
