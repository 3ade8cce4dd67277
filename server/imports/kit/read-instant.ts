import type { Precision } from "#lib/timeline/precision.ts";
import { canonicalZone, localMs, toInstant } from "#lib/timeline/zones.ts";
import type { Ambiguity, ParseOptions } from "../importer.ts";

/** A time as a machine wrote it. `at` is null only while `ambiguity` waits for an answer. */
export interface StatedTime {
  at: string | null;
  precision: Precision;
  statedText: string;
  zone: string | null;
  ambiguity: Ambiguity | null;
}

const STAMP =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|UTC|[+-]\d{2}(?::?\d{2})?)?)?$/i;
const ZERO_TIME = /^000[01]-01-01T00:00:00/;
const HTTP_DATE =
  /^(?:[A-Z][a-z]{2}, )?(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) (\d{2}:\d{2}(?::\d{2})?) (GMT|UT|UTC|Z|[+-]\d{4})$/;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const EPOCH = /^\d{9,19}(?:\.\d{1,9})?$/;

/**
 * Reads an ISO 8601 time (any number of decimals, cut to milliseconds), a date as mails and HTTP write it, or an epoch in
 * s, ms, us or ns.
 * Null when it is none, or the zero time that some tools write for "not yet". Without an offset the zone of the
 * options counts; without that the time is ambiguous.
 */
export function readInstant(value: unknown, options: ParseOptions = {}): StatedTime | null {
  if (typeof value !== "string" && typeof value !== "number") return null;
  const stated = String(value).trim();
  if (EPOCH.test(stated)) return readEpoch(stated);
  const match = STAMP.exec(isoOfHttpDate(stated) ?? stated);
  if (!match || ZERO_TIME.test(stated)) return null;
  const [, year, month, day, hour, minute, second, decimals, offset] = match;
  const milliseconds = (decimals ?? "").slice(0, 3).padEnd(3, "0");
  const local = `${year}-${month}-${day}T${hour ?? "00"}:${minute ?? "00"}:${second ?? "00"}`;
  const ms = localMs(local);
  if (ms === null) return null;
  const precision: Precision = second ? "exact" : hour ? "minute" : "day";
  const time = { precision, statedText: stated };
  const stating = offset ? zoneOfOffset(offset) : null;
  if (offset && stating === null) return null;
  const zone = stating ?? options.zone;
  if (!zone) return { ...time, at: null, zone: null, ambiguity: askZone(stated, local) };
  return { ...time, zone: stating, ...place(`${local}.${milliseconds}`, local, zone) };
}

/** "Wed, 16 Aug 2023 23:18:51 GMT" as ISO 8601; null when it is none. */
function isoOfHttpDate(stated: string): string | null {
  const [, day, month, year, clock, zone] = HTTP_DATE.exec(stated) ?? [];
  if (!day || !month || !zone) return null;
  const number = String(MONTHS.indexOf(month) + 1).padStart(2, "0");
  const offset = /^[+-]/.test(zone) ? zone : "Z";
  return `${year}-${number}-${day.padStart(2, "0")}T${clock}${offset}`;
}

function zoneOfOffset(offset: string): string | null {
  return canonicalZone(/^[+-]\d{2}$/.test(offset) ? `${offset}:00` : offset);
}

function place(exact: string, local: string, zone: string): { at: string | null; ambiguity: Ambiguity | null } {
  if (canonicalZone(zone) === null) return { at: null, ambiguity: askZone(local, local) };
  const result = toInstant(exact, zone);
  if (result.kind === "ok") return { at: result.instant, ambiguity: null };
  const question =
    result.kind === "fold"
      ? `${local} happens twice in ${zone}. Was it the earlier or the later?`
      : `${local} does not exist in ${zone}, the clocks jumped over it. Which time was meant?`;
  return { at: null, ambiguity: { reason: result.kind, question, local } };
}

function askZone(stated: string, local: string): Ambiguity {
  return { reason: "zone", question: `In which time zone is ${stated}?`, local };
}

function readEpoch(stated: string): StatedTime | null {
  const whole = stated.split(".")[0] ?? "";
  const unitsPerMs = whole.length <= 11 ? 0.001 : whole.length <= 14 ? 1 : whole.length <= 17 ? 1000 : 1_000_000;
  const ms = Math.floor(unitsPerMs < 1 ? epochSecondsToMs(stated) : Number(whole) / unitsPerMs);
  const date = new Date(ms);
  if (Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999) return null;
  return { at: date.toISOString(), precision: "exact", statedText: stated, zone: "UTC", ambiguity: null };
}

/** "1736478514.897649" in ms, read digit by digit because a float would round the last one. */
function epochSecondsToMs(stated: string): number {
  const [whole = "0", decimals = ""] = stated.split(".");
  return Number(whole) * 1000 + Number(decimals.slice(0, 3).padEnd(3, "0"));
}
