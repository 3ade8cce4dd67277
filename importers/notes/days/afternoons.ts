import type { DateMatch } from "#importers/lex/dates.ts";
import { HALF_DAY_MINUTES, minutesOf } from "#lib/base/time/clock.ts";
import type { Entry } from "../lines/entry.ts";

const NONE: ReadonlySet<Entry> = new Set();
/** From this hour on, the clock of a list without dates can continue at one. */
const NOON = 10 * 60;
const ISO = /T\d/;

const isDay = (date: DateMatch | null): string | null =>
  date?.kind === "day" ? `${date.day.year} ${date.day.month} ${date.day.day}` : null;

/** Written as only a clock of 12 hours is in a list that knows hours past twelve: `1:50`, where others are `09:27`. */
const isBare = ({ stamp: { clock, statedText } }: Entry): boolean =>
  clock !== null &&
  !clock.is24 &&
  clock.meridiem === null &&
  clock.hour > 0 &&
  clock.hour < 10 &&
  !ISO.test(statedText);

/**
 * Finds 12-hour times among 24-hour times: they go back on one day, and half a day later they would not. They are in the
 * afternoon if each states its day and small hours elsewhere have two digits. Otherwise they are asked for, as are times
 * in sentences. An unordered list decides nothing. The clock starts again at `opening`, the first entries below a day.
 */
export function settleAfternoons(entries: readonly Entry[], opening: ReadonlySet<Entry> = NONE): void {
  const late: Entry[] = [];
  let day: string | null = null;
  let above: number | null = null;
  let isLate = false;
  for (const [index, entry] of entries.entries()) {
    const { clock, date } = entry.stamp;
    const own = isDay(date);
    if (opening.has(entry)) [day, above, isLate] = [own, null, false];
    if (clock === null || (date !== null && own !== day)) {
      if (date !== null) [day, isLate] = [own, false];
      above = clock && minutesOf(clock);
      continue;
    }
    const minutes = minutesOf(clock);
    const falls: boolean = above !== null && minutes < above;
    const mayFall: boolean =
      date !== null || isLate || (above !== null && above >= NOON && goesOn(entries[index + 1], minutes));
    isLate = falls && mayFall && isBare(entry) && minutes + HALF_DAY_MINUTES >= (above ?? 0);
    if (isLate) late.push(entry);
    else if (falls && date !== null) return;
    above = isLate ? minutes + HALF_DAY_MINUTES : minutes;
  }
  const hasTwoDigits = entries.some(
    ({ stamp: { clock } }) => clock?.is24 === true && clock.hour > 0 && clock.hour < 10,
  );
  for (const entry of late) decide(entry, hasTwoDigits && entry.stamp.date !== null && !entry.stamp.prose);
}

/** Returns whether the entry below one without a date is on the same day, as far as its clock tells. */
function goesOn(below: Entry | undefined, minutes: number): boolean {
  if (!below?.stamp.clock || below.stamp.date !== null) return true;
  return isBare(below)
    ? minutesOf(below.stamp.clock) >= minutes
    : minutesOf(below.stamp.clock) >= minutes + HALF_DAY_MINUTES;
}

function decide(entry: Entry, isTold: boolean): void {
  const { clock } = entry.stamp;
  if (!isTold || !clock) entry.halfDay = true;
  else entry.stamp = { ...entry.stamp, clock: { ...clock, hour: clock.hour + 12, meridiem: "pm" } };
}
