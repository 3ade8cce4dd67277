import {
  addDays,
  addMonths,
  dateOf,
  daysInMonth,
  type LocalDate,
  MONTHS,
  partsOf,
  WEEKDAYS,
  weekdayOf,
} from "#lib/base/time/local-date.ts";
import { type DateReading, readCalendarDate } from "./read-calendar-date.ts";

const WORDS = new Map(Object.entries({ today: 0, now: 0, tomorrow: 1, tom: 1, yesterday: -1 }));
const COUNTS = new Map(Object.entries({ a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, six: 6 }));
const UNITS = new Map([
  ["d", "day"],
  ["w", "week"],
  ["m", "month"],
  ["y", "year"],
]);

/**
 * Reads a typed day: "next fri", "in 2 weeks", "end of month", "17 Feb", "2017-02-24". Returns the day, why it isn't
 * one, or null for empty text. Never guesses between day and month.
 */
export function parseDate(text: string, today: LocalDate): DateReading | null {
  const words = text
    .trim()
    .toLowerCase()
    .replace(/[,.]+$/, "")
    .replace(/,/g, " ")
    .replace(/\s+/g, " ");
  if (words === "") return null;
  const relative =
    readWord(words, today) ?? readSpan(words, today) ?? readWeekday(words, today) ?? readPeriod(words, today);
  if (relative) return { ok: true, date: relative };
  return (
    readCalendarDate(words, today) ?? {
      ok: false,
      reason: "Enter a day, such as next Fri, in 2 weeks, 17 Feb or 2017-02-17",
    }
  );
}

function readWord(words: string, today: LocalDate): LocalDate | null {
  const days = WORDS.get(words);
  return days === undefined ? null : addDays(today, days);
}

function readSpan(words: string, today: LocalDate): LocalDate | null {
  const match = /^(?:in )?\+?(\d{1,3}|[a-z]+) ?(d|w|m|y)(?:ays?|eeks?|onths?|ears?)?( ago)?$/.exec(words);
  if (!match) return null;
  const [, count = "", unit = "", ago] = match;
  const size = /^\d/.test(count) ? Number(count) : COUNTS.get(count);
  const kind = UNITS.get(unit);
  if (size === undefined || kind === undefined) return null;
  const signed = ago ? -size : size;
  if (kind === "day" || kind === "week") return addDays(today, signed * (kind === "week" ? 7 : 1));
  return addMonths(today, signed * (kind === "year" ? 12 : 1));
}

function readWeekday(words: string, today: LocalDate): LocalDate | null {
  const match = /^(next|this|last|on)? ?(sun|mon|tue|wed|thu|fri|sat)(?:day|s|sday|nesday|rs|rsday|urday)?$/.exec(
    words,
  );
  if (!match) return null;
  const target = WEEKDAYS.findIndex((short) => short.toLowerCase() === match[2]);
  const monday = addDays(today, -mondayBased(weekdayOf(today)));
  if (match[1] === "next") return addDays(monday, 7 + mondayBased(target));
  const ahead = (target - weekdayOf(today) + 7) % 7;
  if (match[1] === "last") return addDays(today, ahead === 0 ? -7 : ahead - 7);
  return addDays(today, ahead);
}

function readPeriod(words: string, today: LocalDate): LocalDate | null {
  const { year, month } = partsOf(today);
  const quarterEnd = Math.ceil(month / 3) * 3;
  switch (words) {
    case "next week":
      return addDays(today, 7 - mondayBased(weekdayOf(today)));
    case "next month":
      return addMonths(dateOf(year, month, 1), 1);
    case "end of week":
      return addDays(today, (5 - weekdayOf(today) + 7) % 7);
    case "end of month":
    case "eom":
      return dateOf(year, month, daysInMonth(year, month));
    case "end of quarter":
    case "eoq":
      return dateOf(year, quarterEnd, daysInMonth(year, quarterEnd));
    case "end of year":
    case "eoy":
      return dateOf(year, MONTHS.length, 31);
    default:
      return null;
  }
}

function mondayBased(weekday: number): number {
  return (weekday + 6) % 7;
}
