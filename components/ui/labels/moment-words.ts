import { twoDigits } from "#lib/base/time/clock.ts";
import { addDays, localToday, longDay, wordsOfDate } from "#lib/base/time/local-date.ts";
import { MINUTE_MS } from "#lib/base/time/spans.ts";
import { zoneNameAt } from "#lib/base/time/zoned-clock.ts";

const clockOf = (at: Date) => `${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`;

/**
 * Returns how long ago a moment was, in the reader's time zone: "just now", "4 min ago", "today 12:38", "yesterday 09:10",
 * "Fri 10 Feb".
 */
export function momentWords(at: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - at.getTime()) / MINUTE_MS);
  if (minutes >= 0 && minutes < 1) return "just now";
  if (minutes >= 0 && minutes < 60) return `${minutes} min ago`;
  const today = localToday(now);
  const day = localToday(at);
  if (day === today) return `today ${clockOf(at)}`;
  if (day === addDays(today, -1)) return `yesterday ${clockOf(at)}`;
  if (day === addDays(today, 1)) return `tomorrow ${clockOf(at)}`;
  return wordsOfDate(day, today);
}

/** Returns day, time and time zone in full, for a tooltip: "Fri 10 Feb 2017, 09:10:22 GMT+1". */
export function exactWords(at: Date): string {
  const time = `${clockOf(at)}:${twoDigits(at.getSeconds())}`;
  return `${longDay(localToday(at))}, ${time} ${zoneNameAt(at)}`.trimEnd();
}
