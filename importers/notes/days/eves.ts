import { HALF_DAY_MINUTES, minutesOf } from "#lib/base/time/clock.ts";
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

function isPastMidnight({ stamp }: Entry, { stamp: below }: Entry): boolean {
  const [from, next] = [stampMinutes(stamp), stampMinutes(below)];
  if (from === null || next === null || below.date !== null || below.dayWord !== null || below.weekday !== null)
    return false;
  if (from - next >= HALF_DAY_MINUTES) return true;
  const to = below.end?.clock ? minutesOf(below.end.clock) : null;
  return to !== null && next - from >= 0 && next - from <= HOUR && next - to >= HALF_DAY_MINUTES;
}

const HOUR = 60;
