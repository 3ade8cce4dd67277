import { MINUTE_MS } from "#lib/base/time/spans.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import { formatOffset, localMs } from "#lib/base/time/zones.ts";

/** "2017-01-31 23:27:10.250 UTC" or with an offset. The time of day can be missing, and seconds that are 0. */
const STAMP = /^(\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2}(?::\d{2}(?:\.\d{3})?)?))? (UTC|[+-]\d{2}:\d{2})$/;
/**
 * Before and after these years, time zones have offsets with seconds and years have other lengths, so UTC is printed.
 */
const FIRST_ZONED = "1920";
const LAST_ZONED = "9998";

export interface Stamp {
  day: string;
  /** "23:27:10.250", always with milliseconds. */
  time: string;
  /** "UTC" or the offset at this instant. */
  offset: string;
}

/** Returns an instant in a time zone, with the offset that makes it unambiguous. */
export function stampIn(at: string, zone: string): Stamp {
  const iso = new Date(at).toISOString();
  const utc = { day: iso.slice(0, 10), time: iso.slice(11, 23), offset: "UTC" };
  if (zone === "UTC" || iso < FIRST_ZONED || iso > LAST_ZONED) return utc;
  const { day, time } = clockIn(at, zone);
  const wallMs = localMs(`${day}T${time}`);
  const offsetMs = (wallMs ?? 0) - Math.floor(Date.parse(at) / 1000) * 1000;
  if (wallMs === null || offsetMs % MINUTE_MS !== 0) return utc;
  return { day, time: `${time}${iso.slice(19, 23)}`, offset: formatOffset(offsetMs) };
}

/** "2017-01-31 23:27 UTC", with seconds if requested or not 0, and milliseconds if not 0. */
export function stampWords(at: string, zone: string, withSeconds = false): string {
  const { day, time, offset } = stampIn(at, zone);
  const shown = time.endsWith(".000") ? time.slice(0, withSeconds || !time.endsWith(":00.000") ? 8 : 5) : time;
  return `${day} ${shown} ${offset}`;
}

/** ISO 8601 with the offset of the time zone, "2017-02-01T00:27:10+01:00". Milliseconds if not 0. */
export function isoIn(at: string, zone: string): string {
  const { day, time, offset } = stampIn(at, zone);
  return `${day}T${time.replace(/\.000$/, "")}${offset === "UTC" ? "Z" : offset}`;
}

/** Returns the instant of a printed stamp, and whether it contains seconds. Null for other text. */
export function readStampWords(words: string): { at: string; withSeconds: boolean; withTime: boolean } | null {
  const [, day, time, offset] = STAMP.exec(words) ?? [];
  if (!day || !offset || localMs(`${day}T${time ?? "00:00"}`) === null) return null;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):(\d{2})$/.exec(offset) ?? [];
  const offsetMs = (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * MINUTE_MS;
  const ms = (localMs(`${day}T${time ?? "00:00"}`) ?? 0) - offsetMs;
  return { at: new Date(ms).toISOString(), withSeconds: (time ?? "").length > 5, withTime: time !== undefined };
}
