import { EASTERN_PARTS } from "#importers/lex/day-parts.ts";
import type { CalendarDay } from "#lib/base/time/calendar-day.ts";
import { HALF_DAY_MINUTES, minutesOf } from "#lib/base/time/clock.ts";
import type { Entry } from "../lines/entry.ts";

/** Written as ISO 8601, which has no am and pm. */
const ISO = /^\d{4}-\d{2}-\d{2}T\d/;

/** From this hour on, a time without am or pm is in the morning if a source writes only "9 am" with it. */
const MORNING = 7;

/**
 * Finds 12-hour times without am or pm, by their neighbours: the source writes am or pm elsewhere and never an hour
 * above twelve, or the hours go from 10, 11 or 12 back to a small one. It first sees every entry in order, then marks
 * them.
 */
export class HalfDays {
  #is24 = false;
  #halved = false;
  #falls = false;
  #above = -1;
  /** A time with am or pm is more than an hour in the morning. */
  #strict = false;

  see({ stamp: { clock } }: Entry): void {
    if (!clock) return;
    this.#is24 ||= clock.is24;
    this.#halved ||= clock.meridiem !== null;
    this.#strict ||= clock.meridiem === "pm" || (clock.meridiem === "am" && !clock.hourOnly);
    this.#falls ||= this.#above >= 10 && clock.hour > 0 && clock.hour <= 6;
    this.#above = clock.hour;
  }

  /** Whether it is already certain that no time here is a 12-hour time. */
  get isSettled(): boolean {
    return this.#is24;
  }

  /** Whether nothing that follows can make the time of this entry a 12-hour time. */
  settles({ stamp }: Entry): boolean {
    return this.#is24 || stamp.clock === null || ISO.test(stamp.statedText);
  }

  mark(entry: Entry): void {
    const { clock, statedText } = entry.stamp;
    if (ISO.test(statedText)) return;
    if (this.#is24 || !(this.#halved || this.#falls)) return;
    // "9 am" is also how people say the hour who write 8:41 for the morning.
    const isPlain = !this.#strict && !this.#falls && clock !== null && clock.hour >= MORNING && !clock.hourOnly;
    if (!isPlain && clock && clock.meridiem === null && clock.hour >= 1 && clock.hour <= 12) entry.halfDay = true;
  }
}

/** Marks them among all entries of a source. */
export function markHalfDays(entries: Entry[]): void {
  const halfDays = new HalfDays();
  for (const entry of entries) halfDays.see(entry);
  for (const entry of entries) halfDays.mark(entry);
  settleHalfDays(entries);
}

/** So long after a time with its half of the day before it, an East Asian one without it is in that half. */
const SOON = 3 * 60;
const EASTERN = new RegExp(String.raw`(?:^|[日号號일の\s])(?:${EASTERN_PARTS})`, "u");

/** Gives marked entries the only half of the day that fits between the entries above and below, on one day. */
export function settleHalfDays(entries: readonly Entry[]): void {
  const below: (number | null)[] = new Array(entries.length).fill(null);
  let next: number | null = null;
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    const entry = entries[index];
    below[index] = next;
    if (!entry) continue;
    if (!entry.halfDay) next = entry.stamp.clock?.meridiem ? minutesOf(entry.stamp.clock) : null;
    if (entry.stamp.date || entry.stamp.weekday !== null || entry.stamp.dayWord) next = null;
  }
  let above: Entry | null = null;
  let isEastern = false;
  for (const [index, entry] of entries.entries()) {
    isEastern = entry.halfDay ? isEastern : EASTERN.test(entry.stamp.statedText);
    const half = entry.halfDay && above ? halfBehind(entry, above, below[index] ?? null, isEastern) : null;
    if (half && entry.stamp.clock) {
      const hour = (entry.stamp.clock.hour % 12) + (half === "pm" ? 12 : 0);
      entry.stamp = { ...entry.stamp, clock: { ...entry.stamp.clock, hour, meridiem: half } };
      entry.halfDay = false;
    }
    above = !entry.halfDay && entry.stamp.clock?.meridiem ? entry : null;
  }
}

const isSameDay = (one: CalendarDay, other: CalendarDay): boolean =>
  one.year === other.year && one.month === other.month && one.day === other.day;

/** The half of the day in which a time is between those above and below, or soon behind an East Asian one. */
function halfBehind({ stamp }: Entry, above: Entry, last: number | null, isEastern: boolean): "am" | "pm" | null {
  const [clock, before] = [stamp.clock, above.stamp.clock];
  if (!clock || !before) return null;
  const from = minutesOf(before);
  const morning = (clock.hour % 12) * 60 + (clock.minute ?? 0);
  const halves = [morning, morning + HALF_DAY_MINUTES].filter((minutes) => from <= minutes);
  const isOneDay =
    stamp.date === null ||
    (stamp.date.kind === "day" && above.stamp.date?.kind === "day" && isSameDay(stamp.date.day, above.stamp.date.day));
  const fitting = stamp.date ? [] : halves.filter((minutes) => last !== null && minutes <= last);
  const soon = isEastern && isOneDay ? halves.filter((minutes) => minutes - from <= SOON) : [];
  const [only, other] = fitting.length > 0 ? fitting : soon;
  return only === undefined || other !== undefined ? null : only < HALF_DAY_MINUTES ? "am" : "pm";
}
