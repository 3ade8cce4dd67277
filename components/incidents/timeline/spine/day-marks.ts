import { clockIn } from "#lib/base/time/zoned-clock.ts";

const HOUR_MS = 3_600_000;

/**
 * Answers, for instants (ms) in order, whether one stands on a later day than all before it, on the clocks of a zone. The
 * first one begins no day. The clock is asked only where midnight may have passed.
 */
export function dayMarks(zone: string): (ms: number) => boolean {
  let day: string | null = null;
  let sameUntilMs = Number.NEGATIVE_INFINITY;
  return (ms) => {
    if (ms < sameUntilMs) return false;
    const clock = clockIn(ms, zone);
    const isNew = day !== null && clock.day > day;
    if (day === null || isNew) day = clock.day;
    const [hours = 0] = clock.time.split(":").map(Number);
    // Clocks may jump by an hour before midnight; the last hour of a day is asked anew.
    sameUntilMs = ms + Math.max(0, 22 - hours) * HOUR_MS;
    return isNew;
  };
}
