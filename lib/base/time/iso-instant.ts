import { DAY_MS, MINUTE_MS } from "#lib/base/time/spans.ts";
import { twoDigits } from "./clock.ts";

const TIME_LENGTH = "00:00:00.000Z".length;
const TWO = Array.from({ length: 60 }, (_, value) => twoDigits(value));
const DECIMALS = Array.from({ length: 1000 }, (_, value) => `.${String(value).padStart(3, "0")}Z`);

let day = Number.NaN;
let untilTime = "";
let minute = Number.NaN;
let untilSeconds = "";

/**
 * Returns milliseconds since 1970 as ISO 8601 in UTC, the same as `Date.toISOString`. It caches the last day and
 * minute, because the entries of a source are close in time. Throws RangeError beyond the years of `Date`.
 */
export function isoInstant(ms: number): string {
  const exact = Math.trunc(ms);
  const whole = Math.floor(exact / MINUTE_MS);
  if (whole !== minute) {
    untilSeconds = textOfMinute(whole);
    minute = whole;
  }
  const rest = exact - whole * MINUTE_MS;
  const seconds = Math.floor(rest / 1000);
  return untilSeconds + `${TWO[seconds]}${DECIMALS[rest - seconds * 1000]}`;
}

/** Returns "2026-03-04T14:02:" for minutes since 1970. */
function textOfMinute(whole: number): string {
  const wholeDay = Math.floor((whole * MINUTE_MS) / DAY_MS);
  if (wholeDay !== day) {
    untilTime = new Date(wholeDay * DAY_MS).toISOString().slice(0, -TIME_LENGTH);
    day = wholeDay;
  }
  const rest = whole - wholeDay * (DAY_MS / MINUTE_MS);
  return `${untilTime}${TWO[Math.floor(rest / 60)]}:${TWO[rest % 60]}:`;
}
