import type { Ambiguity, ParseOptions } from "#importers/base/importer.ts";
import { readWrittenTime } from "#importers/lex/written-time.ts";
import { isoInstant } from "#lib/base/time/iso-instant.ts";
import { MONTHS } from "#lib/base/time/local-date.ts";
import type { Precision } from "#lib/base/time/precision.ts";
import { canonicalZone, fixedOffsetMs, localMs, toInstant } from "#lib/base/time/zones.ts";

/** A time as a machine wrote it. `at` is null only while `ambiguity` waits for a person's answer. */
export interface StatedTime {
  at: string | null;
  precision: Precision;
  statedText: string;
  zone: string | null;
  ambiguity: Ambiguity | null;
}

const STAMP =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|UTC|[+-]\d{2}(?:[:.]?\d{2})?)?)?$/i;
/** The format of most tools. It equals our own except for its decimals. */
const UTC_STAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/;
const OFFSET_STAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?[+-]\d{2}:\d{2}$/;
const ZERO_TIME = /^(?:000[01]|1970)-01-01[T ]00:00:00/;
const HTTP_DATE = new RegExp(
  String.raw`^(?:[A-Z][a-z]{2}, )?(\d{1,2}) (${MONTHS.join("|")}) (\d{4}) (\d{2}:\d{2}(?::\d{2})?) (GMT|UT|UTC|Z|[+-]\d{4})$`,
);
const LAST_MS = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
/** `20260211034127`: more digits than any epoch has. */
const DIGITS = /^((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])([01]\d|2[0-3])([0-5]\d)([0-5]\d)$/;
const EPOCH = /^\d{9,19}(?:\.\d{1,9})?$/;

/**
 * Reads an ISO 8601 time (any number of decimals, cut to milliseconds), a date as in emails or HTTP, a date as people
 * write it, or an epoch in s, ms, us or ns. Null for anything else, and for the zero time that some tools write for
 * "not yet". Without an offset the time zone of the options applies, and without one the time is ambiguous.
 */
export function readInstant(value: unknown, options: ParseOptions = {}): StatedTime | null {
  if (typeof value !== "string" && typeof value !== "number") return null;
  const stated = String(value).trim();
  if (UTC_STAMP.test(stated)) return readUtc(stated);
  if (EPOCH.test(stated))
    return DIGITS.test(stated) ? readInstant(stated.replace(DIGITS, "$1-$2-$3T$4:$5:$6"), options) : readEpoch(stated);
  if (ZERO_TIME.test(stated)) return null;
  if (OFFSET_STAMP.test(stated)) return readWithOffset(stated);
  const plain = STAMP.exec(stated) ?? STAMP.exec(isoOfHttpDate(stated) ?? "");
  const written = plain ? null : readWrittenTime(stated);
  if (written?.kind === "order_unknown") return askOrder(stated);
  const match = plain ?? STAMP.exec(written?.iso ?? "");
  if (!match) return null;
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
  const exact = milliseconds === "000" ? local : `${local}.${milliseconds}`;
  if (!zone) return { ...time, at: null, zone: null, ambiguity: askZone(stated, exact) };
  const offsetMs = stating === null ? null : fixedOffsetMs(stating);
  if (offsetMs !== null) {
    const at = isoInstant(ms + Number(milliseconds) - offsetMs);
    return { at, precision, statedText: stated, zone: stating, ambiguity: null };
  }
  return { ...time, zone: stating, ...place(exact, local, zone) };
}

function readUtc(stated: string): StatedTime | null {
  const at = isZeroOrUnreal(stated) ? null : withMilliseconds(stated);
  return at === null ? null : { at, precision: "exact", statedText: stated, zone: "UTC", ambiguity: null };
}

function readWithOffset(stated: string): StatedTime | null {
  const zone = zoneOfOffset(stated.slice(-6));
  if (zone === null || !isReal(stated)) return null;
  const at = isoInstant(Date.parse(stated));
  return { at, precision: "exact", statedText: stated, zone, ambiguity: null };
}

/**
 * Returns the instant of the most common format, `2017-01-31T18:00:00.123456Z`, cut to milliseconds. Null for other
 * text.
 */
export function utcInstant(stated: string): string | null {
  return UTC_STAMP.test(stated) && !isZeroOrUnreal(stated) ? withMilliseconds(stated) : null;
}

const isZeroOrUnreal = (stated: string): boolean => ZERO_TIME.test(stated) || !isReal(stated);

function withMilliseconds(stated: string): string {
  if (stated.length === 24) return stated;
  const decimals = stated.length === 20 ? "000" : stated.slice(20, -1).slice(0, 3).padEnd(3, "0");
  return `${stated.slice(0, 19)}.${decimals}Z`;
}

const ZERO = 48;

/** Returns whether the day and the time of a stamp exist. */
function isReal(stated: string): boolean {
  const part = (at: number) => (stated.charCodeAt(at) - ZERO) * 10 + stated.charCodeAt(at + 1) - ZERO;
  const [month, day] = [part(5), part(8)];
  if (month < 1 || month > 12 || day < 1 || part(11) > 23 || part(14) > 59 || part(17) > 59) return false;
  return day <= 28 || localMs(stated.slice(0, 19)) !== null;
}

/** Returns "Wed, 16 Aug 2023 23:18:51 GMT" as ISO 8601, or null for other text. */
function isoOfHttpDate(stated: string): string | null {
  const [, day, month, year, clock, zone] = HTTP_DATE.exec(stated) ?? [];
  if (!day || !month || !zone) return null;
  const number = String(MONTHS.findIndex((one) => one === month) + 1).padStart(2, "0");
  const offset = /^[+-]/.test(zone) ? zone : "Z";
  return `${year}-${number}-${day.padStart(2, "0")}T${clock}${offset}`;
}

function zoneOfOffset(offset: string): string | null {
  return canonicalZone(/^[+-]\d{2}$/.test(offset) ? `${offset}:00` : offset.replace(".", ":"));
}

function place(exact: string, local: string, zone: string): { at: string | null; ambiguity: Ambiguity | null } {
  if (canonicalZone(zone) === null) return { at: null, ambiguity: askZone(local, exact) };
  const result = toInstant(exact, zone);
  if (result.kind === "ok") return { at: result.instant, ambiguity: null };
  const question =
    result.kind === "fold"
      ? `${local} happened twice in ${zone}. Was it the earlier or the later one?`
      : `The clocks in ${zone} skipped ${local}. Which time is it?`;
  return { at: null, ambiguity: { reason: result.kind, question, local } };
}

function askZone(stated: string, local: string): Ambiguity {
  return { reason: "zone", question: `What time zone is ${stated} in?`, local };
}

function askOrder(stated: string): StatedTime {
  const question = `Does ${stated} start with the day or the month?`;
  return {
    at: null,
    precision: "minute",
    statedText: stated,
    zone: null,
    ambiguity: { reason: "date", question, local: null },
  };
}

function readEpoch(stated: string): StatedTime | null {
  const dot = stated.indexOf(".");
  const digits = dot < 0 ? stated.length : dot;
  const ms = epochMs(stated, digits);
  if (!(ms <= LAST_MS)) return null;
  return { at: isoInstant(ms), precision: "exact", statedText: stated, zone: "UTC", ambiguity: null };
}

const digitAt = (stated: string, at: number): number => (at < stated.length ? stated.charCodeAt(at) - ZERO : 0);

/** Returns "1736478514.897649" in ms, read digit by digit because a float would round the last one. */
function epochMs(stated: string, digits: number): number {
  if (digits <= 11) {
    let ms = 0;
    for (let at = 0; at < digits; at += 1) ms = ms * 10 + digitAt(stated, at);
    for (let at = digits + 1; at <= digits + 3; at += 1) ms = ms * 10 + digitAt(stated, at);
    return ms;
  }
  const whole = Number(stated.slice(0, digits));
  return Math.floor(digits <= 14 ? whole : digits <= 17 ? whole / 1000 : whole / 1_000_000);
}
