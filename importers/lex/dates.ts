import { type CalendarDay, dayOfIsoWeek, isRealDay } from "#lib/base/time/calendar-day.ts";
import { partsOf, SHORT_MONTH } from "#lib/base/time/local-date.ts";
import { at } from "./match-at.ts";
import { MONTH_NAMES, monthNumber } from "./month-names.ts";
import { TIME_LEAD } from "./time-lead.ts";

export type DateMatch =
  | { kind: "day"; day: CalendarDay; end: number; written: string }
  /** `03/04/2024`: the order of day and month is known only from the rest of the text. */
  | { kind: "slashed"; first: number; second: number; year: number | null; end: number; written: string }
  | { kind: "impossible"; reason: string; end: number; written: string };

/** A month's name to its end, in any alphabet. */
const MONTH = String.raw`(${MONTH_NAMES})(?![\wÀ-ɏЀ-ӿ])`;
const YEAR = String.raw`(\d{4}(?![\d:])|(?:19|20)\d{2}(?=:(?:\D|$)))`;
/** "15 сентября 2025 г.": the word for a year behind its number. */
const OF_YEAR = String.raw`(?:\s?(?:г\.?|года?|року|roku|r\.)(?![\wÀ-ɏЀ-ӿ]))?`;
const UNTIL_DAY = String.raw`(?:\s?[-–/&]\s?\d{1,2}(?:st|nd|rd|th)?(?![\d:]))?`;

const CJK =
  /(?:(\d{4})[年년]\s?)?(\d{1,2})[月월]\s?(\d{1,2})[日일](?:\s?[(（](?:[月火水木金土日](?:曜日?)?|(?:星期|[周週])[一二三四五六日天]|[월화수목금토일](?:요일)?)[)）]|\s?(?:[月火水木金土日]曜日?|(?:星期|[周週])[一二三四五六日天]|[월화수목금토일]요일))?/y;
/** `ngày 18 tháng 3 năm 2026` */
const VIETNAMESE = /(?:ngày\s)?(\d{1,2})(?:\s|\/|-)tháng\s(\d{1,2})(?!\d)(?:,?\s(?:năm\s)?(\d{4})(?![\d:]))?/iuy;
const ISO = /(\d{4})([-/.\u2010-\u2013])(\d{1,2})\2(\d{1,2})(?=T\d|[^\d]|$)/y;
/** `5. 12. 2007`, `5.12. 2007`, `2007. 12. 5.`: blanks behind the points, as Czechs, Slovaks and Koreans write. */
const APART =
  /(\d{1,2})\.(?:\s(\d{1,2})\.\s?|(\d{1,2})\.\s)((?:19|20)\d{2})(?![\d:])|((?:19|20)\d{2})\.(?:\s(\d{1,2})\.\s?|(\d{1,2})\.\s)(\d{1,2})(?![\d:])\.?/y;
/** `2024-W10-3`, the third day of the tenth week. */
const ISO_WEEK = /(\d{4})-?W(\d{2})-?([1-7])(?!\d)/y;
const ISO_COMPACT = /((?:19|20)\d{2})(\d{2})(\d{2})(?=T\d|[\s:,;)\]_-]|$)/y;
const NUMERIC = /(\d{1,2})([./\u2010\u2011-])(\d{1,2})\2(\d{4}|\d{2})(?!\.?\d|-(?!\d\d:\d\d:\d\d)|\/|:\d)/y;
const NUMERIC_SHORT = new RegExp(
  String.raw`(\d{1,2})([/-])(\d{1,2})(?=[\s,]+[*_\x60~≈(]{0,3}@?(?:utc |gmt )?${TIME_LEAD}(?:[上下]午|午[前後])?\d{1,2}[:：.h时時点點]\d{2}|-\d\d:\d\d:\d\d|\s?(?:→|->|–|to)\s?\d{1,2}[/-]\d{1,2}(?:\s|$))`,
  "iuy",
);
const NUMERIC_SHORT_END = /(?<=\d[/-]\d{1,2}\s?(?:→|->|–|to)\s?)(\d{2})([/-])(\d{2})(?=\s|$)/iy;
const NUMERIC_LAST = /(\d{1,2})([/-])(\d{1,2})(?=[\s*_`)\]]*(?:$|:\s))/y;
/** `28.01.`, but not in "28.01. 27 06:00", whose number before the time can be a year. */
const DOTTED_SHORT =
  /(?<!\d[.:]\d\d (?:do|bis|tot|till|al?) )(\d{1,2})\.(\d{1,2})\.(?=\s|$)(?!\s\d{2}(?!\d)[^\p{L}\d\n]{1,4}(?:\p{L}{1,6}\s)?[~≈∼]?\d{1,2}[:h]\d{2})/uy;
/** `28.01, ~06:00`, `28. 1. gegen 6 Uhr`: a day and a month with points right before a time. */
const DOTTED_TIMED = new RegExp(
  String.raw`(\d{1,2})\.(?:(\d{1,2})\.?|\s(\d{1,2})\.)(?=[,;:)\]*_]{0,3}\s{1,3}([-–—|@]\s{1,2})?${TIME_LEAD}(?:\d{1,2}:\d{2}|\d{1,2}\s?(?:uhr|uur)(?!\w)|\d{1,2}h(?:\d{2})?(?!\w)|\d{1,2}\.\d{2}\s?(?:uhr|uur|h)(?!\w)))`,
  "iuy",
);
const MONTH_FIRST = new RegExp(
  String.raw`${MONTH}\.?[\s-]{1,3}(\d{1,2})(?:st|nd|rd|th)?(?!\d|:\d)${UNTIL_DAY}(?:[\s,-]{1,3}${YEAR})?`,
  "iy",
);
const YEAR_FIRST = new RegExp(String.raw`(\d{4})\.?[\s-]${MONTH}\.?[\s-]{1,2}(\d{1,2})(?:st|nd|rd|th)?(?![\d:])`, "iy");
const DAY_FIRST = new RegExp(
  String.raw`(\d{1,2})(?:st|nd|rd|th|er|\.?[ºª]|°|\.)?${UNTIL_DAY}(?:\s+(?:of|de))?[\s-]{1,3}(?:the\s+)?${MONTH}\.?(?:[\s,-]{1,3}(?:del?\s)?${YEAR}${OF_YEAR})?`,
  "iy",
);

/** `2004JAN26`, `26JAN2004`. */
const GLUED = new RegExp(
  String.raw`(\d{4})(?:(${SHORT_MONTH})(\d{2}))(?![\w-])|(\d{2})(${SHORT_MONTH})(\d{4})(?![\w-])`,
  "iy",
);

/** `E0821 12:34:56.123456` of Kubernetes: month and day after the letter of the severity. */
const KLOG = /(?<=(?:^|\s)[IWEF])(\d{2})(\d{2})(?= \d\d:\d\d:\d\d\.\d)/y;
/** `10/Oct/2023` of web servers, `02/May/23` of issue trackers. */
const DAY_NAME_SLASHED = new RegExp(String.raw`(\d{1,2})/${MONTH}\.?/(\d{4}|\d{2})(?!\d)`, "iy");
/** `16-Feb-15` of databases and building controllers. Four digits of a year are read by the pattern for prose. */
const DAY_NAME_SHORT = new RegExp(String.raw`(\d{1,2})-${MONTH}-(\d{2})(?![\d:])(?!-\d)`, "iy");

/** Reads a date that starts exactly at `pos`: ISO, numeric or with a month's name. */
export function matchDate(text: string, pos: number): DateMatch | null {
  const iso = at(ISO, text, pos);
  if (iso) return ymd(Number(iso[1]), Number(iso[3]), Number(iso[4]), pos, iso[0]);
  const week = at(ISO_WEEK, text, pos);
  if (week) return dayOfWeek(Number(week[1]), Number(week[2]), Number(week[3]), pos, week[0]);
  const cjk = at(CJK, text, pos);
  if (cjk) return ymd(cjk[1] ? Number(cjk[1]) : null, Number(cjk[2]), Number(cjk[3]), pos, cjk[0]);
  const vietnamese = at(VIETNAMESE, text, pos);
  if (vietnamese) {
    const [written, day, month, year] = vietnamese;
    return ymd(year ? Number(year) : null, Number(month), Number(day), pos, written);
  }
  const compact = at(ISO_COMPACT, text, pos);
  if (compact) {
    const match = ymd(Number(compact[1]), Number(compact[2]), Number(compact[3]), pos, compact[0]);
    return match?.kind === "day" ? match : null;
  }
  const yearFirst = at(YEAR_FIRST, text, pos);
  if (yearFirst) return named(yearFirst[2], yearFirst[3], yearFirst[1], pos, yearFirst[0]);
  const monthFirst = at(MONTH_FIRST, text, pos);
  if (monthFirst) return named(monthFirst[1], monthFirst[2], monthFirst[3], pos, monthFirst[0]);
  const short = at(DAY_NAME_SHORT, text, pos);
  if (short) return named(short[2], short[1], `20${short[3]}`, pos, short[0]);
  const dayFirst = at(DAY_FIRST, text, pos);
  if (dayFirst) return named(dayFirst[2], dayFirst[1], dayFirst[3], pos, dayFirst[0]);
  const klog = at(KLOG, text, pos);
  if (klog) return ymd(null, Number(klog[1]), Number(klog[2]), pos, klog[0]);
  const glued = at(GLUED, text, pos);
  if (glued) return named(glued[2] ?? glued[5], glued[3] ?? glued[4], glued[1] ?? glued[6], pos, glued[0]);
  const slash = at(DAY_NAME_SLASHED, text, pos);
  if (slash) return named(slash[2], slash[1], slash[3]?.padStart(4, "20"), pos, slash[0]);
  return matchNumeric(text, pos);
}

/** `24-03-05`: the year is first if it can't be last, otherwise it's ambiguous. */
function yearFirst(first: string, month: string, last: string, pos: number, written: string): DateMatch | null {
  if (Number(first) > 31 || Number(last) < 10)
    return ymd(2000 + Number(first), Number(month), Number(last), pos, written);
  if (Number(last) > 31) return ymd(2000 + Number(last), Number(month), Number(first), pos, written);
  const reason = `The year of ${written} can be at its start or its end.`;
  return { kind: "impossible", reason, end: pos + written.length, written };
}

function dayOfWeek(year: number, week: number, day: number, pos: number, written: string): DateMatch | null {
  const date = dayOfIsoWeek(year, week, day);
  if (date === null) return null;
  const found = partsOf(date);
  return ymd(found.year, found.month, found.day, pos, written);
}

function matchNumeric(text: string, pos: number): DateMatch | null {
  const full = at(NUMERIC, text, pos);
  if (full) {
    const [written, first = "", sign, second = "", yearText = ""] = full;
    const year = yearText.length === 2 ? 2000 + Number(yearText) : Number(yearText);
    // Versions have numbers that no month or day has.
    if (sign === "." && (Number(second) > 12 || Number(first) > 31)) return null;
    if (sign === "-" && yearText.length === 2 && Number(first) > 12)
      return yearFirst(first, second, yearText, pos, written);
    if (sign === ".") return ymd(year, Number(second), Number(first), pos, written);
    return slashed(Number(first), Number(second), year, pos, written);
  }
  const apart = at(APART, text, pos);
  if (apart) {
    const [written, first, spaced, glued, last, year, ...behind] = apart;
    const [month, day] = [spaced ?? glued ?? behind[0] ?? behind[1], first ?? behind[2]];
    const match = ymd(Number(last ?? year), Number(month), Number(day), pos, written);
    return match?.kind === "day" ? match : null;
  }
  const short = at(NUMERIC_SHORT, text, pos) ?? at(NUMERIC_SHORT_END, text, pos);
  if (short) return yearless(short, pos);
  const timed = at(DOTTED_TIMED, text, pos);
  if (timed) return dottedBeforeTime(timed, pos);
  const dotted = at(DOTTED_SHORT, text, pos);
  if (dotted) {
    const match = ymd(null, Number(dotted[2]), Number(dotted[1]), pos, dotted[0]);
    return match?.kind === "day" ? match : null;
  }
  return null;
}

/** `10.05 - 11:00` may be two times. With a point behind it, the day is first. `3.5 10:00` is either. */
function dottedBeforeTime([written, first = "", glued, spaced, dash]: RegExpExecArray, pos: number): DateMatch | null {
  const [day, second] = [Number(first), Number(glued ?? spaced)];
  if (dash !== undefined && day < 24) return null;
  if (!written.endsWith(".")) return slashed(day, second, null, pos, written);
  const match = ymd(null, second, day, pos, written);
  return match?.kind === "day" ? match : null;
}

/** `5/3` or `03-05` after a time of day, followed by nothing or a colon. Null for any other start. */
export function matchShortAtEnd(text: string, pos: number): DateMatch | null {
  const last = at(NUMERIC_LAST, text, pos);
  return last ? yearless(last, pos) : null;
}

function yearless([written, first = "", sign, second = ""]: RegExpExecArray, pos: number): DateMatch | null {
  // Two digits, a dash and two digits are the end of an ISO date: month first.
  if (sign === "-" && Number(first) <= 12 && written.length === 5)
    return ymd(null, Number(first), Number(second), pos, written);
  return slashed(Number(first), Number(second), null, pos, written);
}

function named(
  month: string | undefined,
  day: string | undefined,
  year: string | undefined,
  pos: number,
  written: string,
) {
  return ymd(year === undefined ? null : Number(year), monthNumber(month ?? ""), Number(day), pos, written);
}

const LAST_YEAR = 2100;
/** `2203-03-05` is a day with a mistyped year. Other numbers beyond the last year aren't days. */
const isSlip = (year: number, written: string): boolean =>
  year > LAST_YEAR && year < 3000 && /^\d{4}-|\p{L}/u.test(written);

function ymd(year: number | null, month: number, day: number, pos: number, written: string): DateMatch | null {
  const end = pos + written.length;
  if (year !== null && isSlip(year, written))
    return { kind: "impossible", reason: `The year of ${written.trim()} isn't possible.`, end, written };
  if (year !== null && (year < 1970 || year > LAST_YEAR)) return null;
  if (!isRealDay({ year, month, day })) {
    return { kind: "impossible", reason: `${written.trim()} isn't a date.`, end, written };
  }
  return { kind: "day", day: { year, month, day }, end, written };
}

function slashed(first: number, second: number, year: number | null, pos: number, written: string): DateMatch | null {
  if (year !== null && (year < 1970 || year > 2100)) return null;
  const monthFirst = isRealDay({ year, month: first, day: second });
  const dayFirst = isRealDay({ year, month: second, day: first });
  const end = pos + written.length;
  if (monthFirst && dayFirst && first !== second) return { kind: "slashed", first, second, year, end, written };
  if (monthFirst || dayFirst) {
    return ymd(year, monthFirst ? first : second, monthFirst ? second : first, pos, written);
  }
  return year === null ? null : { kind: "impossible", reason: `${written.trim()} isn't a date.`, end, written };
}
