import { DAY_MINUTES } from "#lib/base/time/clock.ts";
import { formatDuration } from "#lib/base/time/duration.ts";

/** Minutes of full unavailability that a target in percent allows over a number of days. */
export const allowedMinutes = (targetPercent: number, days: number): number =>
  ((100 - targetPercent) / 100) * days * DAY_MINUTES;

/** The same as text, to the minute from 10 minutes: "1 h 26 m", "4 m 19 s", "nothing". */
export function allowedWords(targetPercent: number, days: number): string {
  const seconds = Math.round(allowedMinutes(targetPercent, days) * 60);
  if (seconds === 0) return "nothing";
  return formatDuration(seconds < 10 * 60 ? seconds : Math.round(seconds / 60) * 60);
}
