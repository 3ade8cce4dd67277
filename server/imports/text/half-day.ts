import type { Entry } from "./entry.ts";

/**
 * Marks times of a 12-hour clock that lack am or pm. They are told by their neighbours: the source writes am or pm
 * elsewhere and never an hour above twelve, or the hours fall from 10, 11 or 12 back to a small one.
 */
export function markHalfDays(entries: Entry[]): void {
  const clocks = entries.flatMap((entry) => (entry.stamp.clock ? [entry.stamp.clock] : []));
  if (clocks.some((clock) => clock.is24)) return;
  const halved = clocks.some((clock) => clock.meridiem !== null);
  const falls = clocks.some((clock, index) => {
    const above = clocks[index - 1];
    return above !== undefined && above.hour >= 10 && clock.hour > 0 && clock.hour <= 6;
  });
  if (!halved && !falls) return;
  for (const entry of entries) {
    const { clock } = entry.stamp;
    if (clock && clock.meridiem === null && clock.hour >= 1 && clock.hour <= 12) entry.halfDay = true;
  }
}
