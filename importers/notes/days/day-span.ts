import { NATIONAL_WEEKDAYS } from "#importers/lex/day-words.ts";
import { findDates } from "#importers/lex/find-dates.ts";
import { MONTH_NAMES, monthNumber } from "#importers/lex/month-names.ts";
import { type CalendarDay, dayNumber, isRealDay } from "#lib/base/time/calendar-day.ts";
import { HALF_DAY_MINUTES } from "#lib/base/time/clock.ts";
import { LONG_WEEKDAY } from "#lib/base/time/local-date.ts";

const NUMBER = String.raw`(\d{1,2})(?:st|nd|rd|th)?\.?`;
const WEEKDAY = String.raw`(?:(?:${LONG_WEEKDAY}|${NATIONAL_WEEKDAYS.join("|")}),?\s)?`;
const BETWEEN = String.raw`,?\s{0,2}(?:[-–—/&+]|and|to|until|und|bis|auf|et|au|al?|y|e|en|op|til|till|na)\s{0,2}(?:the\s|de[nrm]?\s|le\s|el\s|il\s|o\s)?${WEEKDAY}(?:(?:the|den|de)\s)?`;
const NAME = String.raw`(${MONTH_NAMES})(?![\wÀ-ɏ])\.?`;
const YEAR = String.raw`(?:[\s,]{1,3}(?:del?\s)?((?:19|20)\d{2}))?`;
/** "11 and 12 May 2024", "May 11-12, 2024". */
const DAYS_FIRST = new RegExp(
  String.raw`(?<![\d:.-])${NUMBER}${BETWEEN}${NUMBER}(?:\s+(?:of|de))?\s{1,2}${NAME}${YEAR}`,
  "i",
);
const MONTH_FIRST = new RegExp(String.raw`(?<!\w)${NAME}\s{1,2}${NUMBER}${BETWEEN}${NUMBER}(?![\d:])${YEAR}`, "i");
/** "2024-03-05/06". */
const ISO = /(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?:\/(?=\d{2}(?![\d:/-]))|\s?[&+]\s?(?=\d{2}\s*$))(\d{2})/;
/** "12→13/09/2026", "12-13.09.2026": the days are first, so the month is the number after them. */
const NUMERIC = /(?<![\d/.:-])(\d{1,2})\.?(?:→|->|–|-)(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)/;
/** A clock that goes back by more has passed midnight. By less, times can also be told from the newest to the oldest. */

/** Returns the first of several days in a heading, and how many there are. Null for one day or none. */
export function daySpan(text: string): { first: CalendarDay; days: number } | null {
  const [, from, to, month, year] = DAYS_FIRST.exec(text) ?? [];
  if (month) return spanOf(Number(from), Number(to), month, year);
  const [, name, first, last, of] = MONTH_FIRST.exec(text) ?? [];
  if (name) return spanOf(Number(first), Number(last), name, of);
  const numeric = NUMERIC.exec(text)?.slice(1).map(Number);
  if (numeric) {
    const [first = 0, last = 0, month = 0, year = 0] = numeric;
    return counted({ year, month, day: first }, { year, month, day: last });
  }
  const iso = ISO.exec(text)?.slice(1).map(Number);
  if (iso) {
    const [ofYear = 0, ofMonth = 0, day = 0, end = 0] = iso;
    return counted({ year: ofYear, month: ofMonth, day }, { year: ofYear, month: ofMonth, day: end });
  }
  const [one, two] = findDates(text);
  if (!one || !two || !new RegExp(`^${BETWEEN}$`, "i").test(text.slice(one.end, two.index))) return null;
  const start = { ...one.day, year: one.day.year ?? two.day.year };
  return counted(start, { ...two.day, year: two.day.year ?? start.year });
}

function spanOf(from: number, to: number, name: string, year: string | undefined) {
  const month = monthNumber(name);
  const of = year === undefined ? null : Number(year);
  return counted({ year: of, month, day: from }, { year: of, month, day: to });
}

function counted(first: CalendarDay, last: CalendarDay): { first: CalendarDay; days: number } | null {
  if (!isRealDay(first) || !isRealDay(last)) return null;
  const days = dayNumber(last) - dayNumber(first) + 1;
  return days > 1 ? { first, days } : null;
}

/**
 * Returns whether times of day, in minutes and in order, show which of two days each is on: they pass midnight once.
 */
export function passMidnightOnce(minutes: readonly number[]): boolean {
  const falls = minutes.map((one, at) => (minutes[at - 1] ?? one) - one).filter((fall) => fall > 0);
  return falls.length === 1 && (falls[0] ?? 0) > HALF_DAY_MINUTES;
}
