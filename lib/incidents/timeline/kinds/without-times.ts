import { LONG_WEEKDAY, MONTH_NAMES, MONTHS } from "#lib/base/time/local-date.ts";

const MONTH = `(?:${[...MONTH_NAMES, ...MONTHS].join("|")})\\.?`;
const YEAR = "(?:,? (?:\\d{4}|['’]\\d\\d))?";
const NTH = "\\d{1,2}(?:st|nd|rd|th)?";
const DAY = `(?:${LONG_WEEKDAY}(?:,? ${NTH}(?! ?[a-z]))?)`;
const DATE = `(?:\\d{4}-\\d\\d-\\d\\d|\\d\\d/\\d\\d(?:/\\d{2,4})?|${MONTH} ${NTH}${YEAR}|${NTH}(?: of)? ${MONTH}${YEAR}|${DAY}|this (?:morning|afternoon|evening))`;
const ZONE =
  "(?: ?\\(?(?:utc|gmt|bst|ces?t|ees?t|[ecmp][sd]?t|ist|jst|ae[sd]t|nz[sd]?t|lt|local time)\\)?(?=[\\s).,;:]|$))?";
const CLOCK = `(?:(?:\\d{1,2}(?::\\d\\d){1,2}(?: ?[ap]\\.?m\\b\\.?)?|\\d{1,2} ?[ap]\\.?m\\b\\.?|\\d{1,2}h\\d\\d|\\d{3,4} (?:hours|utc|gmt)|noon|midnight)${ZONE}(?: \\(\\d{1,2}:\\d\\d${ZONE}\\))?)`;
const TOWARDS = "(?:(?:on|at|by|around|about|from|starting|since|until|between|approximately|roughly|to|and) )*";
const TIME = new RegExp(`(?<![^\\s(])(?:${TOWARDS}~?(?:${DATE}|${CLOCK})(?:[,:]? |[,:]?$|(?=[).;,])))+`, "gi");
const LEAST = 4;

/**
 * Returns a text without its times: "At about 9:25 am this morning, the hall was cut off". A time says nothing about
 * the kind, and moves the words that do from their usual place. A text that is only a time is returned as it is.
 */
export function withoutTimes(text: string): string {
  const rest = text.replace(TIME, "").trim();
  return rest.length < LEAST ? text : rest;
}
