import type { Precision } from "./precision.ts";

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** "Tue 31 Jan 2017", the day of an instant in UTC. */
export function dayWords(at: string): string {
  const date = new Date(at);
  return `${DAYS[date.getUTCDay()]} ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** "14:53", or "14:53:20" for an exact time with seconds; in UTC. */
export function clockWords(at: string, precision: Precision): string {
  const time = new Date(at).toISOString().slice(11, 19);
  return precision === "exact" && !time.endsWith(":00") ? time : time.slice(0, 5);
}

/** "18:53", an instant as clocks showed it in a zone; null for UTC and for a zone that is not known here. */
export function localClock(at: string, timeZone: string): string | null {
  try {
    const format = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    const local = format.format(new Date(at));
    return local === new Date(at).toISOString().slice(11, 16) ? null : local;
  } catch {
    return null;
  }
}

/**
 * When something happened, with its preposition and as well as it is known: "at 14:53 UTC", "at about 14:53 UTC",
 * "between 14:00 and 15:00 UTC". The day is named when it is not `knownDay` (as from dayWords).
 */
export function whenWords(at: string, precision: Precision, knownDay: string): string {
  const day = dayWords(at);
  if (precision === "day") return `on ${day}, hour not known`;
  const onDay = day === knownDay ? "" : ` on ${day}`;
  const clock = clockWords(at, precision);
  if (precision === "hour") {
    const next = new Date(Date.parse(at) + 3_600_000).toISOString().slice(11, 16);
    return `between ${clock} and ${next} UTC${onDay}`;
  }
  return `at ${precision === "approx" ? "about " : ""}${clock} UTC${onDay}`;
}
