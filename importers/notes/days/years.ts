import { resolveDay } from "#importers/lex/day-number.ts";
import { findDates } from "#importers/lex/find-dates.ts";
import { isoDay } from "#lib/base/time/calendar-day.ts";
import type { Prose } from "../lines/prose.ts";
import { correctedDay, isMistyped } from "./corrected-day.ts";
import {
  DATE_LABEL,
  datesOf,
  FRONT,
  frontDay,
  INCIDENT_FRONT,
  INCIDENT_LABEL,
  isTitle,
  numberOf,
} from "./day-labels.ts";
import { fileDay } from "./file-day.ts";

/** Days of one incident are at most this far apart. */
const NEAR = 100;
/** Days that differ only by year are this near in the calendar. */
const SAME_DATE = 4;
/** Nothing in a text happened so long after it was written. */
const LATER = 62;
const FAR = 2;
const POSTED = /\b(?:posted|published)\s/i;

interface Told {
  source: "front" | "file" | "title" | "label";
  day: number;
}

/**
 * Finds the years that a text agrees on. A typing error is found by its context: the same date in another year in front
 * matter, the file's name, the title or a label, a day long after the writing, or a year after all others.
 */
export class Years {
  readonly #told: Told[];
  readonly #written: number | null;
  readonly #last: readonly number[];
  readonly #corrected: number | null;

  constructor(prose: readonly Prose[], filename: string) {
    const days = (source: Told["source"], found: readonly (number | null)[]): Told[] =>
      found.flatMap((day) => (day === null ? [] : { source, day }));
    const full = (parts: readonly Prose[]) => parts.flatMap(datesOf).filter(({ day }) => day.year !== null);
    const labels = prose.filter(
      ({ place, text }) =>
        place !== "elsewhere" &&
        place !== "front" &&
        [INCIDENT_LABEL, DATE_LABEL].some((one) => one.test(text.slice(0, 120))),
    );
    const front = [frontDay(prose, INCIDENT_FRONT), frontDay(prose, FRONT)];
    this.#told = [
      ...days("front", front),
      ...days("file", [fileDay(filename)]),
      ...days(
        "title",
        full(prose.filter(isTitle)).map((found) => numberOf(found)),
      ),
      ...days(
        "label",
        full(labels).map((found) => numberOf(found)),
      ),
    ];
    this.#corrected = correctedDay(prose);
    const posts = prose.flatMap(({ text }) => (POSTED.test(text.slice(0, 60)) ? findDates(text.slice(0, 120)) : []));
    const written = [...front, ...posts.flatMap((one) => (one.day.year === null ? [] : numberOf(one)))].filter(
      (day) => day !== null,
    );
    this.#written = written.length > 0 ? Math.max(...written) : null;
    const years = full(prose).map(({ day }) => day.year ?? 0);
    this.#last = [...new Set([...years, ...this.#told.map(({ day }) => yearOf(day))])].sort((a, b) => b - a);
  }

  /** Returns a day, or the one that the text says is right instead. */
  correct(day: number): number {
    return this.#corrected !== null && isMistyped(day, this.#corrected) ? this.#corrected : day;
  }

  /** Returns whether the context of a day with a year contradicts that year. */
  isDoubtful(day: number): boolean {
    const agreeing = sourcesOf(this.#told.filter((told) => Math.abs(told.day - day) <= NEAR));
    const against = sourcesOf(this.#told.filter((told) => isSlip(told.day, day)));
    if (against > 0 && against >= agreeing) return true;
    if (agreeing > 1) return false;
    if (this.#written !== null && day > this.#written + LATER) return true;
    const before = this.#last.find((year) => year < yearOf(day));
    return agreeing === 0 && this.#last[0] === yearOf(day) && before !== undefined && yearOf(day) - before >= FAR;
  }

  /** Returns the day itself, or in the year that two or more sources have instead. Null if its year is in doubt. */
  settle(day: number): number | null {
    if (!this.isDoubtful(day)) return day;
    const slips = Map.groupBy(
      this.#told.filter((told) => isSlip(told.day, day)),
      (told) => yearOf(told.day),
    );
    const [[year, told] = [], ...more] = [...slips].filter(([, one]) => sourcesOf(one) > 1);
    if (!told || year === undefined || more.length > 0) return null;
    const [, month, date] = isoDay(day).split("-").map(Number);
    const near = resolveDay({ year: null, month: month ?? 1, day: date ?? 1 }, told[0]?.day ?? null);
    return near;
  }
}

/** No years apart from those of the times themselves. */
export const NO_YEARS = new Years([], "");

const yearOf = (day: number): number => Number(isoDay(day).slice(0, 4));
const sourcesOf = (told: readonly Told[]): number => new Set(told.map(({ source }) => source)).size;

/** Returns whether two days are on one date, or nearly so, in different years. */
function isSlip(one: number, other: number): boolean {
  const apart = Math.abs(one - other);
  const years = Math.round(apart / 365.25);
  return years > 0 && Math.abs(apart - years * 365.25) <= SAME_DATE;
}
