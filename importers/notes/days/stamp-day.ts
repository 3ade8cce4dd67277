import type { DateMatch } from "#importers/lex/dates.ts";
import { daysAhead, orderedDay, resolveDay, type SlashOrder } from "#importers/lex/day-number.ts";
import { isOtherWeekday } from "#importers/lex/find-dates.ts";
import type { Stamp } from "#importers/lex/stamp-type.ts";
import { isoDay } from "#lib/base/time/calendar-day.ts";
import { minutesOf } from "#lib/base/time/clock.ts";
import { MONTH_NAMES, partsOf, weekdayOf } from "#lib/base/time/local-date.ts";
import type { Entry } from "../lines/entry.ts";
import type { BaseDay } from "./base-day.ts";
import { stampMinutes } from "./day-order.ts";
import type { Years } from "./years.ts";

export interface DayRules {
  base: BaseDay;
  /** The day that a person gave for what is asked. */
  answer?: number | null;
  /** For dates without a year. */
  anchor: number | null;
  order: SlashOrder;
  years: Years;
  /** "Mar 15" can be a Tuesday. */
  hasTuesdays?: boolean;
}

/** The state of a list: the current day, the first one, and whether they only count from a day that is asked for. */
export interface AtHand {
  day: number | null;
  first: number | null;
  isAsked: boolean;
  /** The day of the incident itself. */
  incident: number | null;
}

/** Returns the day that a stamp names or counts from the current one. Null if there is none, or it is uncertain. */
export function dayOfStamp({ date, dayWord, weekday }: Stamp, at: AtHand, rules: DayRules): number | null {
  if (date) {
    const near = at.isAsked ? rules.anchor : (at.day ?? rules.anchor);
    if (rules.hasTuesdays && MAR.test(date.written)) return marDay(date, near, rules);
    const day = readDay(date, near, rules);
    const isOpen = date.kind === "day" && weekday !== null && day !== near;
    return isOpen && isOtherWeekday({ day: date.day, weekday }, day) ? null : day;
  }
  if (dayWord?.kind === "next") return at.day === null ? null : at.day + 1;
  if (dayWord?.kind === "same") return at.day;
  if (dayWord?.kind === "open") return null;
  if (dayWord?.kind === "before") return at.first === null && at.incident !== null ? at.incident - 1 : null;
  if (dayWord?.kind === "of_incident") return at.incident === null ? null : at.incident + dayWord.days;
  if (dayWord?.kind === "of_month")
    return weekday === null
      ? null
      : numberedDay(dayWord.day, weekday, at.isAsked ? rules.anchor : (at.day ?? rules.anchor));
  if (dayWord?.kind === "nth") {
    const first = at.first ?? at.day;
    return first === null ? null : first + dayWord.day - 1;
  }
  if (weekday === null || at.day === null || at.isAsked) return null;
  const ahead = daysAhead(at.day, weekday);
  // Before the first time of a day, it's unclear whether "Friday" is before or after it.
  return ahead === null || (ahead > 0 && at.first === null) ? null : at.day + ahead;
}

/** "Mar 15", without a year. */
const MAR = /^mar\.?\s\d{1,2}$/i;
const TUESDAY = 2;
/** A day named only by its weekday and number is so near to the others of its text. */
const NEAR_DAYS = 20;

/** Returns the only such day near to another one, as a day number. Null if there is none. */
function numberedDay(day: number, weekday: number, near: number | null): number | null {
  for (let away = 0; near !== null && away <= NEAR_DAYS; away += 1)
    for (const one of [near - away, near + away]) {
      const parts = partsOf(isoDay(one));
      if (parts.day === day && weekdayOf(isoDay(one)) === weekday) return one;
    }
  return null;
}

/** "Mar 15" where it can be a Tuesday and a day in March: the one near to the other days. Null if both or neither are. */
function marDay(date: DateMatch, near: number | null, rules: DayRules): number | null {
  const march = readDay(date, near, rules);
  const isMarch = march !== null && near !== null && Math.abs(march - near) <= NEAR_DAYS;
  const tuesday = date.kind === "day" ? numberedDay(date.day.day, TUESDAY, near) : null;
  if (!isMarch) return tuesday;
  return tuesday === null || tuesday === march ? march : null;
}

/**
 * Returns the day on which the range of an entry with a known day ends. Null if it isn't a range, or the day is
 * unclear.
 */
export function endDayOf({ stamp, day }: Entry, { isAsked }: AtHand, rules: DayRules): number | null {
  const { end } = stamp;
  if (!end || day === null) return null;
  if (end.date) return isAsked ? null : readDay(end.date, day, rules);
  const from = stampMinutes(stamp) ?? 0;
  const to = end.clock ? minutesOf(end.clock) : from;
  return to < from ? day + 1 : day;
}

function readDay(date: DateMatch, anchor: number | null, { order, years }: DayRules): number | null {
  const read = orderedDay(date, order, anchor);
  const written = read ? resolveDay(read, anchor) : null;
  const day = written === null ? null : years.correct(written);
  return day !== null && read?.year != null && years.isDoubtful(day) ? null : day;
}

/** The question for a stamp with no day, or an unclear one. */
export function askDay({ date, statedText }: Stamp): string {
  if (date?.kind === "slashed") return `Does ${date.written} start with the day or the month?`;
  if (date?.kind === "impossible") return `Which day is “${date.written.trim()}”? ${date.reason}`;
  const isFull = date?.kind === "day" && date.day.year !== null;
  if (isFull) return `Is the year of “${wordsOf(date)}” right? The text next to it has another year.`;
  return date?.kind !== "day" ? `On which day was ${statedText}?` : `In which year was ${wordsOf(date)}?`;
}

/** A date as written, or in full if it refers to one earlier in a story. */
function wordsOf({ day, written }: Extract<DateMatch, { kind: "day" }>): string {
  if (written.trim()) return written.trim();
  const named = `${day.day} ${MONTH_NAMES[day.month - 1]}`;
  return day.year === null ? named : `${named} ${day.year}`;
}
