import { longDay, shortDay } from "./local-date.ts";
import type { Precision } from "./precision.ts";
import { HOUR_MS } from "./spans.ts";
import { clockIn } from "./zoned-clock.ts";

/** Returns the day of an instant in a time zone, "Tue 31 Jan 2017". */
export const dayWords = (at: string, zone = "UTC"): string => longDay(clockIn(at, zone).day);

/** Returns an instant in a time zone, "Tue 31 Jan 2017, 23:27:10 UTC". */
export function instantWords(at: string, zone: string, withSeconds = false): string {
  const { day, time } = clockIn(at, zone);
  return `${longDay(day)}, ${withSeconds ? time : time.slice(0, 5)} ${zone}`;
}

/** Returns an instant in a time zone as it can be typed again, "31 Jan 2017 23:27:10". */
export function typedWords(at: string, zone: string, withSeconds: boolean): string {
  const { day, time } = clockIn(at, zone);
  return `${shortDay(day)} ${day.slice(0, 4)} ${withSeconds ? time : time.slice(0, 5)}`;
}

/** Returns the UTC clock time, "14:53", or "14:53:20" for an exact time with seconds. */
export function clockWords(at: string, precision: Precision): string {
  const time = new Date(at).toISOString().slice(11, 19);
  return precision === "exact" && !time.endsWith(":00") ? time : time.slice(0, 5);
}

/** Returns the clock time of an instant in a time zone, "18:53". Null for UTC and for an unknown time zone. */
export function localClock(at: string, timeZone: string): string | null {
  const local = clockIn(at, timeZone).time.slice(0, 5);
  return local === clockIn(at, "UTC").time.slice(0, 5) ? null : local;
}

/**
 * Returns when something happened as precisely as it is known: "at 14:53 UTC", "at about 14:53 UTC", "between 14:00 and
 * 15:00 UTC". The day is named unless it is `knownDay` (as from dayWords).
 */
export function whenWords(at: string, precision: Precision, knownDay: string): string {
  const day = dayWords(at);
  if (precision === "day") return `on ${day}, hour not known`;
  const onDay = day === knownDay ? "" : ` on ${day}`;
  const clock = clockWords(at, precision);
  if (precision === "hour") {
    const next = new Date(Date.parse(at) + HOUR_MS).toISOString().slice(11, 16);
    return `between ${clock} and ${next} UTC${onDay}`;
  }
  return `at ${precision === "approx" ? "about " : ""}${clock} UTC${onDay}`;
}
