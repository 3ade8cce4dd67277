import type { DateWithTimeZone, ParameterValue, VEvent } from "node-ical";
import type { ParseOptions } from "#importers/base/importer.ts";
import { isRecord } from "#importers/base/values.ts";
import { readInstant, type StatedTime } from "#importers/kit/read-instant.ts";
import { twoDigits } from "#lib/base/time/clock.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import { canonicalZone, toInstant } from "#lib/base/time/zones.ts";

/** Text of a property with or without parameters. */
export function wordsOf(value: ParameterValue | undefined): string | null {
  const words = typeof value === "object" ? value.val : value;
  return typeof words === "string" && words.trim() !== "" ? words.trim() : null;
}

/** The name of an organizer or attendee, otherwise the address. */
export function personOf(value: unknown): string | null {
  if (typeof value === "string") return value.replace(/^mailto:/i, "") || null;
  if (typeof value !== "object" || value === null) return null;
  const { params, val } = value as { params?: { CN?: unknown }; val?: unknown };
  if (typeof params?.CN === "string" && params.CN !== "") return params.CN.replace(/^"|"$/g, "");
  return typeof val === "string" ? personOf(val) : null;
}

export const isEvent = (component: unknown): component is VEvent => isRecord(component) && component.type === "VEVENT";

/**
 * Reads a date of the calendar as a stated time. A whole day has the precision of a day and needs a time zone, like a
 * time without one. An hour that occurs twice is asked for. Null if it isn't a date.
 */
export function timeOf(date: DateWithTimeZone | undefined, options: ParseOptions): StatedTime | null {
  if (!(date instanceof Date) || Number.isNaN(date.getTime())) return null;
  if (date.dateOnly) return readInstant(localOf(date).slice(0, 10), options);
  const zone = date.tz ? canonicalZone(date.tz) : null;
  if (zone === "UTC" || date.tz === "Etc/UTC") return readInstant(date.toISOString(), options);
  // Without a time zone the library reads the time in that of this machine, so its local clock returns it as written.
  if (zone === null) return readInstant(localOf(date), options);
  const clock = clockIn(date.getTime(), zone);
  const local = `${clock.day}T${clock.time}`;
  const place = toInstant(local, zone);
  const stated = { precision: "exact" as const, statedText: `${local.replace("T", " ")} ${zone}`, zone };
  if (place.kind === "ok") return { ...stated, at: place.instant, ambiguity: null };
  const question = `${local.replace("T", " ").slice(0, 16)} happened twice in ${zone}. Was it the earlier or the later one?`;
  return { ...stated, at: null, ambiguity: { reason: "fold", question, local } };
}

function localOf(date: Date): string {
  const day = `${String(date.getFullYear()).padStart(4, "0")}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
  return `${day}T${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}:${twoDigits(date.getSeconds())}`;
}
