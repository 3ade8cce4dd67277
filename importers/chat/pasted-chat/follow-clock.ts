import type { Stamp } from "#importers/lex/stamp-type.ts";

const HOUR = 60;
const HALF_DAY = 12 * HOUR;

/**
 * A further message of the same person has its time without am or pm, minutes after the one above: the half of the day
 * that makes it follow is taken. Left open when neither does.
 */
export function followClock(stamp: Stamp, above: Stamp): void {
  const { clock } = stamp;
  if (!clock || !above.clock || above.clock.meridiem === null || clock.meridiem !== null || clock.is24) return;
  const from = above.clock.hour * HOUR + (above.clock.minute ?? 0);
  const stated = (clock.hour % 12) * HOUR + (clock.minute ?? 0);
  const fitting = [stated, stated + HALF_DAY].find(
    (minutes) => (minutes - from + 2 * HALF_DAY) % (2 * HALF_DAY) < HOUR,
  );
  if (fitting === undefined) return;
  clock.hour = Math.floor(fitting / HOUR);
  clock.meridiem = fitting < HALF_DAY ? "am" : "pm";
}
