import { canonicalZone, localMs, toInstant } from "#lib/base/time/zones.ts";

export type SeriesTime = { at: string } | { needsZone: true } | { unreal: true } | null;

const EPOCH = /^\d{9,19}(?:\.\d{1,9})?$/;
const STAMP =
  /^(\d{4})[-/](\d{2})[-/](\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)? ?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/i;

/**
 * Reads an epoch in s, ms, us or ns, or an ISO 8601 time. A local time is read in `zone`, and asks for it otherwise.
 * `unreal` is a moment that the time zone skips or repeats. Null if the text isn't a time.
 */
export function readSeriesTime(stated: string, zone?: string): SeriesTime {
  const text = stated.trim();
  if (EPOCH.test(text)) return readEpoch(text);
  const match = STAMP.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second = "00", decimals = "", offset] = match;
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}.${decimals.slice(0, 3).padEnd(3, "0")}`;
  if (localMs(local) === null) return null;
  const name = offset ? canonicalZone(/^[+-]\d{2}$/.test(offset) ? `${offset}:00` : offset) : (zone ?? null);
  if (name === null) return offset ? null : { needsZone: true };
  const result = toInstant(local, name);
  return result.kind === "ok" ? { at: result.instant } : { unreal: true };
}

function readEpoch(text: string): SeriesTime {
  const digits = text.split(".")[0]?.length ?? 0;
  const perMs = digits <= 11 ? 0.001 : digits <= 14 ? 1 : digits <= 17 ? 1000 : 1_000_000;
  const date = new Date(Math.round(Number(text) / perMs));
  return date.getUTCFullYear() > 9999 ? null : { at: date.toISOString() };
}
