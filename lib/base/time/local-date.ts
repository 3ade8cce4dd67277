import { DAY_MS } from "#lib/base/time/spans.ts";

/** A calendar date without a time, "2026-10-01", in the time zone that the caller means. */
export type LocalDate = string;

/** Short names as in "31 Jan". */
export const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;
export const MONTH_NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;
/** Starts with Sunday, as `weekdayOf` counts. */
export const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const;
const WEEKDAY_NAMES = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;
/** Groups of a pattern that reads texts in any case. */
export const SHORT_MONTH = `(?:${MONTHS.join("|").toLowerCase()})`;
export const SHORT_WEEKDAY = `(?:${WEEKDAYS.join("|").toLowerCase()})`;
export const LONG_WEEKDAY = `(?:${WEEKDAY_NAMES.join("|").toLowerCase()})`;

const toMs = (date: LocalDate) => Date.parse(`${date}T00:00:00Z`);
const toDate = (ms: number): LocalDate => utcDay(new Date(ms));

/** Returns the day that a moment is on in UTC. */
export const utcDay = (at: Date): LocalDate => at.toISOString().slice(0, 10);

/** Returns the date some days later, or earlier if `days` is negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return toDate(toMs(date) + days * DAY_MS);
}

/** Returns the whole days from `from` to `to`, negative if `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((toMs(to) - toMs(from)) / DAY_MS);
}

/** Adds days from Monday to Friday. Holidays count as business days. */
export function addBusinessDays(date: LocalDate, days: number): LocalDate {
  let day = date;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    const weekday = weekdayOf(day);
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return day;
}

/** The day of a year, a month from 1 to 12 and a day of it. */
export function dateOf(year: number, month: number, day: number): LocalDate {
  return toDate(Date.UTC(year, month - 1, day));
}

/** Returns the numbers of a date. The month starts at 1. */
export function partsOf(date: LocalDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** Returns the number of days of a month, which starts at 1. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Keeps the day of the month if it exists, otherwise uses the last day. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(index / 12), month: (index % 12) + 1 };
  return dateOf(target.year, target.month, Math.min(day, daysInMonth(target.year, target.month)));
}

/** Returns the day of the week. 0 is Sunday. */
export function weekdayOf(date: LocalDate): number {
  return new Date(toMs(date)).getUTCDay();
}

/** Returns whether a name that `LONG_WEEKDAY` matches is that of a weekday, counted as `weekdayOf` does. */
export const isNameOf = (name: string, weekday: number): boolean =>
  name.toLowerCase() === WEEKDAY_NAMES[weekday]?.toLowerCase();

/** Returns "31 Jan" for "2017-01-31". */
export function shortDay(date: LocalDate): string {
  const { month, day } = partsOf(date);
  return `${day} ${MONTHS[month - 1] ?? ""}`;
}

/** Returns "Fri 24 Feb", with the year only if it isn't the year of `today`. */
export function wordsOfDate(date: LocalDate, today: LocalDate): string {
  return date.slice(0, 4) === today.slice(0, 4) ? longDay(date).slice(0, -5) : longDay(date);
}

/** Returns "Tue 31 Jan 2017". */
export const longDay = (date: LocalDate): string =>
  `${WEEKDAYS[weekdayOf(date)]} ${shortDay(date)} ${date.slice(0, 4)}`;

/** Returns "Tuesday 31 January". */
export function dayInFull(date: LocalDate): string {
  const { month, day } = partsOf(date);
  return `${WEEKDAY_NAMES[weekdayOf(date)]} ${day} ${MONTH_NAMES[month - 1]}`;
}

/** Returns today's date in the local time zone of this process or browser. */
export function localToday(now: Date = new Date()): LocalDate {
  return dateOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
