import { addDays, dateOf, daysInMonth, type LocalDate, partsOf, utcDay, weekdayOf } from "./local-date.ts";
import { DAY_MS } from "./spans.ts";

/** A day of a calendar by its parts. `year` is null if a text leaves it out. */
export interface CalendarDay {
  year: number | null;
  month: number;
  day: number;
}

/** Replaces a year that a text leaves out. It has a 29 February. */
const LEAP_YEAR = 2000;

const toMs = ({ year, month, day }: CalendarDay): number => Date.UTC(year ?? LEAP_YEAR, month - 1, day);

/** Returns whether a calendar has this day. Without a year, 29 February is one. */
export function isRealDay({ year, month, day }: CalendarDay): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year ?? LEAP_YEAR, month);
}

/** Returns the days since 1970-01-01, to count and compare days. */
export const dayNumber = (day: CalendarDay): number => Math.round(toMs(day) / DAY_MS);

/** Returns `2017-01-31` for a day number. */
export const isoDay = (number: number): LocalDate => utcDay(new Date(number * DAY_MS));

/** Returns the day that is this many days later, or earlier if negative. A year that is left out stays so. */
export function shiftDay(day: CalendarDay, days: number): CalendarDay {
  const shifted = partsOf(isoDay(dayNumber(day) + days));
  return day.year === null ? { ...shifted, year: null } : shifted;
}

/** Returns the day with this number in a year, from 1. Null if the year has no such day. */
export function dayOfYear(year: number, number: number): LocalDate | null {
  const day = addDays(dateOf(year, 1, 1), number - 1);
  return number >= 1 && partsOf(day).year === year ? day : null;
}

/** Returns a day of an ISO week, counted from Monday as 1. Null if the year has no such week. */
export function dayOfIsoWeek(year: number, week: number, day: number): LocalDate | null {
  // 4 January is always in the first week, and the Thursday of a week in the year that the week belongs to.
  const fourth = dateOf(year, 1, 4);
  const monday = addDays(fourth, -((weekdayOf(fourth) + 6) % 7) + (week - 1) * 7);
  const isInYear = week >= 1 && partsOf(addDays(monday, 3)).year === year;
  return isInYear && day >= 1 && day <= 7 ? addDays(monday, day - 1) : null;
}
