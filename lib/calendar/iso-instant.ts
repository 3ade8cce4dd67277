const MINUTE_MS = 60_000;
const SECONDS_LENGTH = "00.000Z".length;
const TWO = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, "0"));

let minute = Number.NaN;
let untilMinute = "";

/**
 * Milliseconds since 1970 as ISO 8601 in UTC, what `Date.toISOString` writes. Entries of a source are close in time, so
 * the part down to the minute is kept from one call to the next. Throws RangeError beyond the years of `Date`.
 */
export function isoInstant(ms: number): string {
  const whole = Math.floor(ms / MINUTE_MS);
  if (whole !== minute) {
    untilMinute = new Date(whole * MINUTE_MS).toISOString().slice(0, -SECONDS_LENGTH);
    minute = whole;
  }
  const rest = Math.trunc(ms) - whole * MINUTE_MS;
  const seconds = Math.floor(rest / 1000);
  const thousandths = rest - seconds * 1000;
  return `${untilMinute}${TWO[seconds]}.${thousandths < 100 ? "0" : ""}${thousandths < 10 ? "0" : ""}${thousandths}Z`;
}
