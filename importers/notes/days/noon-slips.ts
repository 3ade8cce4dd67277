import { HALF_DAY_MINUTES, minutesOf } from "#lib/base/time/clock.ts";
import type { Entry } from "../lines/entry.ts";
import type { DayStep } from "./day-order.ts";

const EVENING = 18 * 60;

/** The time of an entry with am or pm but without its own day. */
function halvedClock(step: DayStep | undefined): number | null {
  if (step?.kind !== "entry") return null;
  const { clock, date, weekday, dayWord } = step.entry.stamp;
  return clock?.meridiem && !date && weekday === null && !dayWord ? minutesOf(clock) : null;
}

/**
 * Asks for times around twelve that people write with the wrong half of the day: in `8:40 AM`, `12:40 AM`, `1:00 PM`
 * the second is hardly at night, and in `11:30 PM`, `12:10 PM`, `12:40 AM` hardly at noon the next day.
 */
export function askNoonSlips(steps: readonly DayStep[]): void {
  for (const [index, step] of steps.entries()) {
    const [above, minutes, below] = [steps[index - 1], step, steps[index + 1]].map(halvedClock);
    if (step.kind !== "entry" || above == null || minutes == null) continue;
    if (minutes < 60 ? isNoon(above, minutes, below ?? null) : isMidnight(above, minutes, below ?? null))
      ask(step.entry);
  }
}

const isNoon = (above: number, minutes: number, below: number | null): boolean =>
  above >= 60 && above < HALF_DAY_MINUTES && (below === null || below >= minutes + HALF_DAY_MINUTES);

const isMidnight = (above: number, minutes: number, below: number | null): boolean =>
  minutes >= HALF_DAY_MINUTES &&
  minutes < HALF_DAY_MINUTES + 60 &&
  above >= EVENING &&
  (below === null || below + HALF_DAY_MINUTES >= minutes) &&
  (below ?? 0) < HALF_DAY_MINUTES;

function ask(entry: Entry): void {
  entry.stamp = { ...entry.stamp, clock: null, problem: { kind: "open" } };
}
