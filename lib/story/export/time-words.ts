import type { Precision } from "#lib/base/time/precision.ts";
import { readStampWords, stampIn, stampWords } from "./stamps.ts";

export interface ExportedTime {
  at: string | null;
  endAt: string | null;
  precision: Precision;
  uncertaintySeconds: number | null;
}

export const NO_TIME_WORDS = "time not known";
const TO_THE_MINUTE = ", known to the minute";
const NO_HOUR = ", hour not known";

const BEFORE: Record<Precision, string> = {
  exact: "",
  minute: "",
  approx: "about ",
  hour: "in the hour from ",
  day: "in the day from ",
  unknown: "",
};
const UNIT_SECONDS = { h: 3600, min: 60, s: 1 } as const;

function spreadWords(seconds: number | null): string {
  if (seconds === null) return "";
  const unit = seconds % 3600 === 0 ? "h" : seconds % 60 === 0 ? "min" : "s";
  return ` ± ${seconds / UNIT_SECONDS[unit]} ${unit}`;
}

/**
 * Returns a time with everything known about it, so it can be read back: "2017-01-31 23:27:10 UTC" to the second,
 * "2017-01-31 23:27 UTC" to the minute, "about 2017-01-31 17:20 UTC ± 5 min", "2017-01-31 UTC, hour not known".
 */
export function timeWords({ at, endAt, precision, uncertaintySeconds }: ExportedTime, zone: string): string {
  if (at === null || precision === "unknown") return NO_TIME_WORDS;
  const isExact = precision === "exact";
  const words = stampWords(at, zone, isExact);
  const end = endAt === null ? "" : ` to ${stampWords(endAt, zone, isExact)}`;
  const spread = spreadWords(uncertaintySeconds);
  if (precision === "day") {
    const { day, time, offset } = stampIn(at, zone);
    if (time === "00:00:00.000") return `${day} ${offset}${NO_HOUR}${end}${spread}`;
  }
  // A time known to the minute can contain seconds. Without this it would be read as exact.
  const isOdd = precision === "minute" && !/ \d{2}:\d{2} /.test(words);
  return `${BEFORE[precision]}${words}${end}${isOdd ? TO_THE_MINUTE : ""}${spread}`;
}

const UNTIMED: ExportedTime = { at: null, endAt: null, precision: "unknown", uncertaintySeconds: null };
const ONE = String.raw`(\d{4}-[\d:. -]{5,20} ?(?:UTC|[+-]\d{2}:\d{2}))`;
const WHOLE = new RegExp(
  `^(about |in the hour from |in the day from )?${ONE}(${NO_HOUR})?(?: to ${ONE})?(${TO_THE_MINUTE})?(?: ± (\\d{1,6}) (h|min|s))?$`,
);

function precisionOf(before: string, isDay: boolean, isMinute: boolean, withSeconds: boolean): Precision {
  if (before === BEFORE.approx) return "approx";
  if (before === BEFORE.hour) return "hour";
  if (before === BEFORE.day || isDay) return "day";
  return withSeconds && !isMinute ? "exact" : "minute";
}

/** Returns the time that `timeWords` printed, or null for other text. */
export function readTimeWords(words: string): ExportedTime | null {
  if (words === NO_TIME_WORDS) return UNTIMED;
  const match = WHOLE.exec(words);
  if (!match) return null;
  const [, before = "", start = "", noHour, end, toTheMinute, spread, unit] = match;
  const from = readStampWords(start);
  const to = end === undefined ? null : readStampWords(end);
  if (!from || (end !== undefined && !to) || from.withTime === (noHour !== undefined)) return null;
  const seconds = unit === "h" || unit === "min" || unit === "s" ? Number(spread) * UNIT_SECONDS[unit] : null;
  return {
    at: from.at,
    endAt: to?.at ?? null,
    precision: precisionOf(before, noHour !== undefined, toTheMinute !== undefined, from.withSeconds),
    uncertaintySeconds: seconds,
  };
}
