import { type CalendarDay, dayNumber, isoDay, isRealDay } from "#lib/base/time/calendar-day.ts";
import { partsOf, weekdayOf } from "#lib/base/time/local-date.ts";
import type { DateMatch } from "./dates.ts";

export type SlashOrder = "day_first" | "month_first" | null;

const FARTHEST_AHEAD = 4;

/** Returns how many days after a day the next such weekday is. Null if the one before is nearer. */
export function daysAhead(day: number, weekday: number): number | null {
  const ahead = (weekday - weekdayOf(isoDay(day)) + 7) % 7;
  return ahead > FARTHEST_AHEAD ? null : ahead;
}

/** A day without a year can be so far from the day of a text in another year. Farther, either year is as likely. */
const MOST_DAYS = 120;

/**
 * Returns the day number of a written day. A missing year is the one that puts it nearest to the anchor. Null if it isn't
 * clear which year that is.
 */
export function resolveDay(read: CalendarDay, anchor: number | null): number | null {
  if (read.year !== null) return dayNumber(read);
  if (anchor === null) return null;
  const { year } = partsOf(isoDay(anchor));
  const options = [year - 1, year, year + 1]
    .map((candidate) => ({ ...read, year: candidate }))
    .filter(isRealDay)
    .map(dayNumber);
  const away = (day: number) => Math.abs(day - anchor);
  const [nearest] = options.toSorted((a, b) => away(a) - away(b));
  if (nearest === undefined) return null;
  return partsOf(isoDay(nearest)).year === year || away(nearest) <= MOST_DAYS ? nearest : null;
}

/** Returns the written day once the order of `03/04` is known, otherwise null. */
export function orderedDay(match: DateMatch, order: SlashOrder, anchor: number | null): CalendarDay | null {
  if (match.kind === "day") return match.day;
  if (match.kind === "impossible") return null;
  const dayFirst: CalendarDay = { year: match.year, month: match.second, day: match.first };
  const monthFirst: CalendarDay = { year: match.year, month: match.first, day: match.second };
  if (order !== null) return order === "day_first" ? dayFirst : monthFirst;
  const near = [dayFirst, monthFirst].filter((read) => {
    const day = resolveDay(read, anchor);
    return anchor !== null && day !== null && Math.abs(day - anchor) <= 3;
  });
  return near.length === 1 ? (near[0] ?? null) : null;
}

const SHORT_SPAN_DAYS = 10;
const LONG_SPAN_DAYS = 25;

const SLASHED = /^(\d{1,2})(?:[/-](\d{1,2})(?:[/-](\d{2,4}))?(?!\d)|\.(\d{1,2})$)/;

/**
 * Returns whether `03/04` means 3 April or 4 March, decided from all dates of a source. A number above twelve settles
 * it. Otherwise it is the order that keeps all dates within a few days, if the other scatters them over months.
 */
export class SlashDates {
  #dayFirst = false;
  #monthFirst = false;
  readonly #byDayFirst = new Span();
  readonly #byMonthFirst = new Span();

  see(written: string): void {
    const match = SLASHED.exec(written);
    if (!match) return;
    const [first, second, year] = [Number(match[1]), Number(match[2] ?? match[4]), Number(match[3] ?? 2000)];
    this.#dayFirst ||= first > 12;
    this.#monthFirst ||= second > 12;
    this.#byDayFirst.see(dayNumber({ year, month: second, day: first }));
    this.#byMonthFirst.see(dayNumber({ year, month: first, day: second }));
  }

  order(): SlashOrder {
    if (this.#dayFirst !== this.#monthFirst) return this.#dayFirst ? "day_first" : "month_first";
    if (this.#dayFirst) return null;
    const [byDayFirst, byMonthFirst] = [this.#byDayFirst.days(), this.#byMonthFirst.days()];
    if (byDayFirst <= SHORT_SPAN_DAYS && byMonthFirst >= LONG_SPAN_DAYS) return "day_first";
    if (byMonthFirst <= SHORT_SPAN_DAYS && byDayFirst >= LONG_SPAN_DAYS) return "month_first";
    return null;
  }
}

class Span {
  #low = Number.POSITIVE_INFINITY;
  #high = Number.NEGATIVE_INFINITY;

  see(day: number): void {
    this.#low = Math.min(this.#low, day);
    this.#high = Math.max(this.#high, day);
  }

  days(): number {
    return this.#high < this.#low ? 0 : this.#high - this.#low;
  }
}

/** Returns the order that all written dates of a source suggest. */
export function slashOrder(written: string[]): SlashOrder {
  const dates = new SlashDates();
  for (const text of written) dates.see(text);
  return dates.order();
}
