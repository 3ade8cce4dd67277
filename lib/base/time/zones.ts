import { onceAText } from "#lib/base/text/once-a-text.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "#lib/base/time/spans.ts";
import { twoDigits } from "./clock.ts";
import { isoInstant } from "./iso-instant.ts";
import { Temporal } from "./temporal.ts";

/** The instants of a local time in a time zone, as ISO 8601 in UTC with milliseconds. */
export type InstantResult =
  | { kind: "ok"; instant: string }
  | { kind: "fold"; earlier: string; later: string }
  | { kind: "skipped"; before: string; after: string };

const OFFSET = /^([+-])(\d{2}):?(\d{2})$/;
const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?$/;
const ZERO = 48;
const CACHE_LIMIT = 4000;
const ZONE_LIMIT = 64;

/** Offset in ms of a time zone over one local day or hour, by its start. Null if it changes within that span. */
const spanOffsets = new Map<string, Map<number, number | null>>();

/** Returns the milliseconds east of UTC of an offset or UTC, or null for a time zone with changing offsets. */
export function fixedOffsetMs(zone: string): number | null {
  if (zone === "UTC" || zone === "Z" || zone === "GMT") return 0;
  const match = OFFSET.exec(zone);
  if (!match) return null;
  const hours = Number(match[2]);
  const minutes = Number(match[3]);
  if (hours > 18 || minutes > 59) return null;
  return (match[1] === "-" ? -1 : 1) * (hours * HOUR_MS + minutes * MINUTE_MS);
}

/** Returns the stored spelling of an IANA zone or an offset (`+01:00`, `UTC`), or null for other text. */
export const canonicalZone = (text: string): string | null => knownZone(text.trim());

const knownZone = onceAText(CACHE_LIMIT, (text): string | null => {
  if (/^(?:utc|gmt|z)$/i.test(text)) return "UTC";
  if (/^[+-]/.test(text)) {
    const offsetMs = fixedOffsetMs(text);
    return offsetMs === null ? null : formatOffset(offsetMs);
  }
  try {
    return Temporal.ZonedDateTime.from({ year: 2020, month: 1, day: 1, timeZone: text }).timeZoneId;
  } catch {
    return null;
  }
});

/**
 * Returns whether text is an IANA zone (`Europe/Dublin`), an offset (`+01:00`, `-0800`) or UTC. Abbreviations are read
 * by zoneOfAbbreviation.
 */
export function isZone(text: string): boolean {
  return canonicalZone(text) !== null;
}

/** Returns `+05:30` for an offset in ms. */
export function formatOffset(offsetMs: number): string {
  const minutes = Math.round(Math.abs(offsetMs) / MINUTE_MS);
  return `${offsetMs < 0 ? "-" : "+"}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

/** The calendar repeats after 400 years, which are a whole number of weeks. */
const CYCLE_YEARS = 400;
const CYCLE_MS = 146_097 * DAY_MS;

/** Returns the local time read as if it were UTC, in ms. Null if there is no such day or time. */
export function localMs(localIso: string): number | null {
  if (!LOCAL.test(localIso)) return null;
  const part = (at: number) => (localIso.charCodeAt(at) - ZERO) * 10 + localIso.charCodeAt(at + 1) - ZERO;
  const [year, month, day, hour, minute] = [part(0) * 100 + part(2), part(5), part(8), part(11), part(14)];
  const second = localIso.length > 16 ? part(17) : 0;
  if (hour > 23 || minute > 59 || second > 59 || month < 1 || month > 12) return null;
  // Date.UTC would take a year below 100 for one of the last century.
  const midnight = Date.UTC(year + CYCLE_YEARS, month - 1, day) - CYCLE_MS;
  if (day < 1 || (day > 28 && new Date(midnight).getUTCDate() !== day)) return null;
  const milliseconds = localIso.length > 19 ? Math.floor(Number(`0${localIso.slice(19)}`) * 1000) : 0;
  return midnight + hour * HOUR_MS + minute * MINUTE_MS + second * 1000 + milliseconds;
}

/**
 * Returns the instant of a local time (`2017-01-31T18:00:00`) in a time zone, without guessing. A repeated time gives
 * both instants, and a skipped time gives the instants around the gap. Throws RangeError for an unreal time or zone.
 */
export function toInstant(localIso: string, zone: string): InstantResult {
  const local = localMs(localIso);
  if (local === null) throw new RangeError(`no such local time: ${localIso}`);
  return instantOf(local, zone);
}

/** The same for a local time in ms, read as if it were UTC. Throws RangeError for an unreal zone. */
export function instantOf(local: number, zone: string): InstantResult {
  const name = canonicalZone(zone);
  if (name === null) throw new RangeError(`no such zone: ${zone}`);
  const offset = fixedOffsetMs(name) ?? cachedOffset(name, local, DAY_MS) ?? cachedOffset(name, local, HOUR_MS);
  if (offset !== null) return { kind: "ok", instant: isoInstant(local - offset) };
  return exactInstant(local, name);
}

function cachedOffset(zone: string, local: number, spanMs: number): number | null {
  const start = Math.floor(local / spanMs) * spanMs;
  const known = offsetsOf(`${zone}|${spanMs}`);
  const cached = known.get(start);
  if (cached !== undefined) return cached;
  const ends = [...candidates(start, zone), ...candidates(start + spanMs, zone)];
  const first = ends[0] ?? null;
  const offset = first !== null && ends.every((end) => end === first) ? first : null;
  if (known.size >= CACHE_LIMIT) known.clear();
  known.set(start, offset);
  return offset;
}

function offsetsOf(key: string): Map<number, number | null> {
  const known = spanOffsets.get(key);
  if (known) return known;
  const fresh = new Map<number, number | null>();
  if (spanOffsets.size >= ZONE_LIMIT) spanOffsets.clear();
  spanOffsets.set(key, fresh);
  return fresh;
}

/** Returns the offsets in ms that a zone has for a local time: two if the time is repeated or skipped. */
function candidates(local: number, zone: string): number[] {
  const plain = Temporal.PlainDateTime.from(new Date(local).toISOString().slice(0, -1));
  return (["earlier", "later"] as const).map(
    (disambiguation) => plain.toZonedDateTime(zone, { disambiguation }).offsetNanoseconds / 1e6,
  );
}

function exactInstant(local: number, zone: string): InstantResult {
  const plain = Temporal.PlainDateTime.from(new Date(local).toISOString().slice(0, -1));
  const at = (disambiguation: "earlier" | "later") =>
    new Date(plain.toZonedDateTime(zone, { disambiguation }).epochMilliseconds).toISOString();
  const [earlier, later] = [at("earlier"), at("later")];
  if (earlier === later) return { kind: "ok", instant: earlier };
  const roundTrip = Temporal.Instant.from(earlier).toZonedDateTimeISO(zone).toPlainDateTime();
  return roundTrip.equals(plain)
    ? { kind: "fold", earlier, later }
    : { kind: "skipped", before: earlier, after: later };
}

/** Returns "Berlin" for "Europe/Berlin". Offsets and UTC stay as they are. */
export function cityOf(zone: string): string {
  return zone.includes("/") ? (zone.split("/").at(-1) ?? zone).replaceAll("_", " ") : zone;
}
