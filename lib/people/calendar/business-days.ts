import { addDays, type LocalDate, weekdayOf } from "#lib/base/time/local-date.ts";

export interface BusinessCalendar {
  timeZone: string;
  /** 0 is Sunday, as `weekdayOf` counts. */
  workingDays: readonly number[];
  /** Returns the days off of a year by date, each with its name. */
  daysOff: (year: number) => ReadonlyMap<LocalDate, string>;
}

export interface DayOff {
  date: LocalDate;
  name: string;
}

const nameOfDayOff = ({ daysOff }: BusinessCalendar, day: LocalDate) => daysOff(Number(day.slice(0, 4))).get(day);

const isWorkingWeekday = ({ workingDays }: BusinessCalendar, day: LocalDate) => workingDays.includes(weekdayOf(day));

/** Returns whether people work on a day: a working day of the week that isn't a day off. */
export const isBusinessDay = (calendar: BusinessCalendar, day: LocalDate): boolean =>
  isWorkingWeekday(calendar, day) && nameOfDayOff(calendar, day) === undefined;

/** More days than a calendar can be closed in a row: 100 days off and public holidays, with one working day a week. */
const LONGEST_BREAK = 1000;

/**
 * Returns the nth business day after a day, or that day itself for 0. Throws RangeError for a calendar on which people
 * never work.
 */
export function nthBusinessDay(calendar: BusinessCalendar, from: LocalDate, days: number): LocalDate {
  let [day, left, off] = [from, days, 0];
  while (left > 0) {
    day = addDays(day, 1);
    off = isBusinessDay(calendar, day) ? 0 : off + 1;
    if (off === 0) left -= 1;
    if (off > LONGEST_BREAK) throw new RangeError("a calendar without business days");
  }
  return day;
}

/** Returns the days off from a day through another one on which people would work otherwise, in order. */
export function daysOffBetween(calendar: BusinessCalendar, from: LocalDate, through: LocalDate): DayOff[] {
  const found: DayOff[] = [];
  for (let day = from; day <= through; day = addDays(day, 1)) {
    const name = isWorkingWeekday(calendar, day) ? nameOfDayOff(calendar, day) : undefined;
    if (name !== undefined) found.push({ date: day, name });
  }
  return found;
}
