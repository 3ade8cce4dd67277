import { isoDay } from "#lib/base/time/calendar-day.ts";
import { HALF_DAY_MINUTES, minutesOf } from "#lib/base/time/clock.ts";
import { partsOf, weekdayOf } from "#lib/base/time/local-date.ts";
import type { Entry } from "../lines/entry.ts";
import { type DayStep, stampMinutes } from "./day-order.ts";

/**
 * "(previous day) 22:00" at the start of a timeline is read only if the row below it is past midnight, or lasts past it.
 * Otherwise the row below can be of both days.
 */
export function askLooseEves(steps: readonly DayStep[]): void {
  for (const [index, step] of steps.entries()) {
    if (step.kind !== "entry" || step.entry.stamp.dayWord?.kind !== "before") continue;
    const below = steps[index + 1];
    if (below?.kind !== "entry" || !isPastMidnight(step.entry, below.entry))
      step.entry.stamp = { ...step.entry.stamp, dayWord: { kind: "open" } };
  }
}

/**
 * "Tue, 17:00", then "Wed, 02:43", in the report of a Wednesday: the first rows are of the eve. Before the day of the
 * text, the name of a weekday alone could be that of a week later.
 */
export function settleEveWeekdays(entries: readonly Entry[], day: number | null): void {
  if (day === null) return;
  const own = weekdayOf(isoDay(day));
  const next = entries.findIndex(({ stamp }) => stamp.weekday !== null && stamp.weekday !== entries[0]?.stamp.weekday);
  const eves = entries.slice(0, Math.max(next, 0));
  const isEve = ({ stamp: { date, dayWord, weekday } }: Entry) =>
    date === null && dayWord === null && (weekday === null || weekday === (own + 6) % 7);
  const [first] = eves;
  const below = entries[next]?.stamp;
  if (first?.stamp.weekday == null || below?.weekday !== own || below.date !== null || !eves.every(isEve)) return;
  for (const entry of eves)
    if (entry.stamp.weekday !== null)
      entry.stamp = { ...entry.stamp, date: { kind: "day", day: partsOf(isoDay(day - 1)), end: 0, written: "" } };
}

function isPastMidnight({ stamp }: Entry, { stamp: below }: Entry): boolean {
  const [from, next] = [stampMinutes(stamp), stampMinutes(below)];
  if (from === null || next === null || below.date !== null || below.dayWord !== null || below.weekday !== null)
    return false;
  if (from - next >= HALF_DAY_MINUTES) return true;
  const to = below.end?.clock ? minutesOf(below.end.clock) : null;
  return to !== null && next - from >= 0 && next - from <= HOUR && next - to >= HALF_DAY_MINUTES;
}

const HOUR = 60;
