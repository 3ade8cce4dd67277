import { onceAText } from "#lib/base/text/once-a-text.ts";
import { HOUR_MS } from "#lib/base/time/spans.ts";
import { shortDay } from "./local-date.ts";
import type { Precision } from "./precision.ts";

/** Local time of an instant in a time zone: "2017-01-31" and "23:27:10". */
export interface WallClock {
  day: string;
  time: string;
}

export interface ClockedEvent {
  at: string | null;
  endAt: string | null;
  precision: Precision;
}

/** An event's time as shown, empty if unknown. `below` is shown under it in small type. */
export interface EventClock {
  text: string;
  below: string | null;
}

/** More than there are zones. */
const MOST_FORMATS = 1000;

const formatOf = onceAText(MOST_FORMATS, (zone): Intl.DateTimeFormat | null => {
  try {
    return new Intl.DateTimeFormat("en-CA", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
  } catch {
    // A time zone that this browser doesn't know is shown in UTC.
    return null;
  }
});

/** Returns the local time of an instant (ISO 8601 or ms) in a time zone, in UTC if the zone is unknown. */
export function clockIn(at: string | number, zone: string): WallClock {
  const date = new Date(at);
  const format = zone === "UTC" ? null : formatOf(zone);
  if (!format) {
    const iso = date.toISOString();
    return { day: iso.slice(0, 10), time: iso.slice(11, 19) };
  }
  const parts = Object.fromEntries(format.formatToParts(date).map((part) => [part.type, part.value]));
  return {
    day: `${parts.year}-${parts.month}-${parts.day}`,
    time: `${parts.hour}:${parts.minute}:${parts.second}`,
  };
}

const withZone = new Intl.DateTimeFormat("en-GB", { timeZoneName: "short" });

/** Returns the short name of the time zone of this process or browser at a moment: "GMT+1". */
export const zoneNameAt = (at: Date): string =>
  withZone.formatToParts(at).find((part) => part.type === "timeZoneName")?.value ?? "";

const minuteOf = (time: string) => time.slice(0, 5);
const exactOf = (time: string) => (time.endsWith(":00") ? minuteOf(time) : time);

/**
 * Returns an event's time as shown in a time zone: "23:27:10", "±17:20", "17:00" to the hour, "31 Jan" to the day, or
 * nothing.
 */
export function eventClock({ at, endAt, precision }: ClockedEvent, zone: string): EventClock {
  if (at === null || precision === "unknown") return { text: "", below: null };
  const { day, time } = clockIn(at, zone);
  if (precision === "day") return { text: shortDay(day), below: "hour unknown" };
  const end = endAt ?? (precision === "hour" ? new Date(Date.parse(at) + HOUR_MS).toISOString() : null);
  const below = end === null ? null : `to ${exactOf(clockIn(end, zone).time)}`;
  if (precision === "exact") return { text: exactOf(time), below };
  return { text: `${precision === "approx" ? "±" : ""}${minuteOf(time)}`, below };
}
