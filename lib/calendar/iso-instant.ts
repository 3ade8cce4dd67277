const DAY_MS = 86_400_000;
const TIME_LENGTH = "00:00:00.000Z".length;
const TWO = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, "0"));

let day = Number.NaN;
let untilTime = "";

/**
 * Milliseconds since 1970 as ISO 8601 in UTC, what `Date.toISOString` writes. Entries of a source are close in time, so
 * the day is kept from one call to the next. Throws RangeError beyond the years of `Date`.
 */
export function isoInstant(ms: number): string {
  const exact = Math.trunc(ms);
  const whole = Math.floor(exact / DAY_MS);
  if (whole !== day) {
    untilTime = new Date(whole * DAY_MS).toISOString().slice(0, -TIME_LENGTH);
    day = whole;
  }
  const rest = exact - whole * DAY_MS;
  const seconds = Math.floor(rest / 1000);
  const minutes = Math.floor(seconds / 60);
  const thousandths = rest - seconds * 1000;
  const zeros = thousandths < 10 ? "00" : thousandths < 100 ? "0" : "";
  return `${untilTime}${TWO[Math.floor(minutes / 60)]}:${TWO[minutes % 60]}:${TWO[seconds % 60]}.${zeros}${thousandths}Z`;
}
