import { readStamp } from "#importers/lex/stamp.ts";
import { oneOf } from "#lib/base/text/phrases.ts";
import { DAY_MINUTES } from "#lib/base/time/clock.ts";
import { SHORT_MONTH } from "#lib/base/time/local-date.ts";
import type { Line } from "../lines/lines.ts";
import type { Section } from "../lines/sections.ts";

/** Times written without a colon: `0341`, `10.32`, `10h32m`, `10 h 32`, `10'32`, `10_32`, `10：32`, `10: 32`. */
const NOTATIONS: readonly { name: string; clock: RegExp; inCell: boolean }[] = [
  {
    name: "compact",
    clock: /^([01]\d|2[0-3])([0-5]\d)(?![-–—]\d{1,2}(?!\d))(?=[*_`]{0,3}(?::?\s|\s?[-–—]))/,
    inCell: false,
  },
  { name: "point", clock: /^([01]?\d|2[0-3])\.([0-5]\d)(?=[*_`)\]:;,]{0,4}(?:\s|$|[-–—]))/, inCell: true },
  { name: "h", clock: /^([01]?\d|2[0-3])\s?[hH]\s?~?([0-5]\d)(?:m|min)?(?=[*_`)\]]{0,3}(?:[:,]?\s|$))/, inCell: true },
  {
    name: "giờ",
    clock: /^([01]?\d|2[0-3])(?:\s?giờ\s?|g)([0-5]\d)(?:\s?phút)?(?=[*_`)\]]{0,3}(?:[:,]?\s|$))/i,
    inCell: true,
  },
  { name: "prime", clock: /^([01]?\d|2[0-3])['’′]([0-5]\d)(?=[*_`)\]]{0,3}(?:[:,]?\s|$))/, inCell: true },
  { name: "blank", clock: /^([01]?\d|2[0-3]): ([0-5]\d)(?=[*_`]{0,3}(?::\s|\s?[-–—]\s))/, inCell: false },
  { name: "wide", clock: /^([01]?\d|2[0-3])：([0-5]\d)/, inCell: true },
  { name: "apart", clock: /^([01]\d|2[0-3])[ _]([0-5]\d)(?=[*_`)\]]{0,3}(?::?\s(?!\d)|$))/, inCell: true },
];
const LEAD =
  /^(?:[*_`~([]{1,4}|(?:kl\.?|klo|klokka|klokken|klockan|um|om|[aà]|at|alle|ore|godz\.|saat|pukul|jam|lúc|v|ca\.?)\s){0,2}/iu;
/** "Mar 8 " before "0117 UTC". Without a zone the digits can be a year. */
const DAY = new RegExp(
  String.raw`^${SHORT_MONTH}[a-z]{0,6}\.? \d{1,2}(?:st|nd|rd|th)?,? (?=\d{4}Z?(?: ?(?:UTC|GMT|[A-Z]{2,3}T))?:?\s)(?=\d{4}(?:Z| ?[A-Z]{3}))`,
  "i",
);
/** The first cell, or the one behind the number of a row. */
const CELL = /^\s{0,20}\|\s{0,20}(?:#?\d{1,3}\s{0,20}\|\s{0,20})?/;
/** The end of `0353-0810 words`, which isn't an offset. */
const UNTIL = /^\s?[-–—]\s?([01]\d|2[0-3])([0-5]\d)(?=[*_`]{0,3}:?\s)/;
const YEAR = /^(?:19|20)\d\d/;
const BEHIND_DAY = /^([01]\d|2[0-3])([0-5]\d)(?=[*_`]{0,3}\s+\S)/;
/** Counted things are plural: `1625 users could not log in`. */
const COUNTED = /^\d{4}\s(?:\p{L}+\s){0,2}\p{L}+(?:s|ren|people)\b/iu;
const LEAST = 3;
const LEAST_BEHIND_DAY = 2;

/**
 * Rewrites lines such as `0341: words` or `10.32 words` as `03:41: words`, if at least three lines of a timeline, or of
 * notes without headings, start like this and not all of them could be years. A single line is enough between two that
 * start with a time. Null if none do.
 */
export function openCompactClocks(lines: readonly Line[], sections: readonly Section[]): Line[] | null {
  return openBehindDays(lines) ?? openAtStart(lines, sections) ?? openBetween(lines);
}

/**
 * `2024-03-01 1000 words`: all lines with a day have four digits after it that can be a time. Two lines are enough if
 * the digits don't count anything.
 */
function openBehindDays(lines: readonly Line[]): Line[] | null {
  const opened = new Map<number, Line>();
  let isCount = false;
  for (const [index, line] of lines.entries()) {
    const stamp = line.role === "item" || line.role === "text" ? readStamp(line.content) : null;
    if (!stamp?.date || stamp.clock) continue;
    const [head, rest] = [line.content.slice(0, stamp.textStart), line.content.slice(stamp.textStart)];
    if (!BEHIND_DAY.test(rest)) return null;
    isCount ||= COUNTED.test(rest);
    opened.set(index, { ...line, content: `${head.trimEnd()} ${rest.replace(BEHIND_DAY, "$1:$2")}` });
  }
  return opened.size < (isCount ? LEAST : LEAST_BEHIND_DAY)
    ? null
    : lines.map((line, index) => opened.get(index) ?? line);
}

function openAtStart(lines: readonly Line[], sections: readonly Section[]): Line[] | null {
  const isHeadless = !lines.some(({ role }) => role === "heading");
  const isTitled = !isHeadless && !sections.some(({ timeline }) => timeline) && areHeadingsAbove(lines);
  const found = new Map<string, Map<number, Written>>();
  for (const [index, line] of lines.entries()) {
    const written = isHeadless || isTitled || sections[index]?.timeline === true ? clockAtStart(line) : null;
    if (written) found.set(written.notation, (found.get(written.notation) ?? new Map()).set(index, written));
  }
  const opened = new Map(
    [...found.values()].filter((places) => isClocks(places, isTitled)).flatMap((places) => [...places]),
  );
  if (opened.size === 0) return null;
  return lines.map((line, index) => {
    const written = opened.get(index);
    if (!written) return line;
    return line.role === "row" ? { ...line, raw: written.text } : { ...line, content: written.text };
  });
}

/** Matches text that makes it only a number: "11.30 kg", "4.18 was rolled back", "0952 of 1200 hosts". */
const OF_NUMBER = new RegExp(
  String.raw`^[*_\x60)\]]{0,3}\s?(?:[-/.]\d{1,2}[-/.]|[%‰€$£°×/=+<>]|${oneOf`
    [kmgt]i?bi?t?s? | [kmgt]?bps | [mµn]?s | secs? | seconds? | mins? | minutes? | hours? | days? | [kmcµ]?g | [kmc]?m | k?wh? | [kmg]?hz | °?c
    v | volts? | amps? | euros? | eur | usd | dollars? | percent | prozent | million | billion | users? | tps | rps | qps | rpm | x
    is | was | were | are | has | had | have | and | or | of | to | than | on | in | ist | war | wurde | est | était | es | fue | versions? | releases? | lts
  `}(?!\p{L}))`,
  "iu",
);
const NEAR_MINUTES = 120;
const NEAR_LINES = 8;

/** Minutes from one time of day to the next such time. */
const minutesTo = (from: number, to: number): number => (to - from + DAY_MINUTES) % DAY_MINUTES;

/**
 * Rewrites a line such as `09.52 words` in a list of `09:50 words`: what it starts with is as wide as the times of its
 * neighbours and lies between them, or shortly behind the last one.
 */
function openBetween(lines: readonly Line[]): Line[] | null {
  const plain = lines.map(plainMinutes);
  if (plain.filter((minutes) => minutes !== null).length < LEAST - 1) return null;
  const opened = new Map<number, Line>();
  let above: { index: number; minutes: number } | null = null;
  for (const [index, line] of lines.entries()) {
    const own = plain[index] ?? null;
    const written: Written | null =
      own === null && above && line.role === lines[above.index]?.role ? clockAtStart(line) : null;
    if (written && above && index - above.index <= NEAR_LINES && isOfList(line, lines[above.index])) {
      const near = plain.slice(index + 1, index + 1 + NEAR_LINES).find((minutes) => minutes !== null) ?? null;
      if (!liesBetween(above.minutes, written.minutes, near)) continue;
      opened.set(index, { ...line, content: written.text });
      above = { index, minutes: written.minutes };
    } else if (own !== null) above = { index, minutes: own };
  }
  return opened.size === 0 ? null : lines.map((line, index) => opened.get(index) ?? line);
}

const PLAIN = /^(?:[*_`~([]{0,4})([01]?\d|2[0-3]):([0-5]\d)(?!\d)/;

function plainMinutes({ role, content }: Line): number | null {
  const [, hour = "", minute = ""] = role === "item" || role === "text" ? (PLAIN.exec(content.slice(0, 12)) ?? []) : [];
  return hour === "" ? null : Number(hour) * 60 + Number(minute);
}

/** Whether a line starts as wide as the one above, as far in, and with nothing that makes its number a count. */
function isOfList({ content, indent }: Line, above: Line | undefined): boolean {
  const width = (text: string) => /\d+/.exec(text.slice(0, 12))?.[0].length ?? 0;
  const [digits, wide] = [width(content), width(above?.content ?? "")];
  if (!above || indent !== above.indent || (digits !== wide && digits !== 4)) return false;
  const isCount = COUNTED.test(content) && !content.startsWith("0");
  return !isCount && !OF_NUMBER.test(content.slice(0, 40).replace(/^\D{0,4}\d{1,2}\D{0,3}\d\d/, ""));
}

/** Lists can start with their newest line, and pass midnight. Behind the last line only a time soon after it counts. */
function liesBetween(above: number, own: number, below: number | null): boolean {
  if (below === null) return minutesTo(above, own) <= NEAR_MINUTES;
  const isRising = minutesTo(above, below) <= DAY_MINUTES / 2;
  return isRising ? minutesTo(above, own) <= minutesTo(above, below) : minutesTo(below, own) <= minutesTo(below, above);
}

/** Returns whether all headings are above the first time of four digits, as in a log with a head. */
function areHeadingsAbove(lines: readonly Line[]): boolean {
  const last = lines.findLastIndex(({ role }) => role === "heading");
  return lines.findIndex((line) => clockAtStart(line)?.notation === "compact") > last;
}

interface Written {
  notation: string;
  minutes: number;
  /** The four digits can be a year. */
  mayBeYear: boolean;
  /** The line with a colon in its time. */
  text: string;
}

function clockAtStart({ role, raw, content }: Line): Written | null {
  if (role !== "item" && role !== "text" && role !== "row") return null;
  const whole = role === "row" ? raw : content;
  const cell = role === "row" ? (CELL.exec(whole.slice(0, 50))?.[0] ?? null) : "";
  if (cell === null) return null;
  const day = role === "row" ? "" : (DAY.exec(whole.slice(0, 40))?.[0] ?? "");
  const lead =
    cell + day + (LEAD.exec(whole.slice(cell.length + day.length, cell.length + day.length + 12))?.[0] ?? "");
  const rest = whole.slice(lead.length);
  for (const { name, clock, inCell } of NOTATIONS) {
    const [written, hour = "", minute = ""] = clock.exec(rest.slice(0, 20)) ?? [];
    if (written === undefined || (role === "row" && !inCell)) continue;
    const behind = rest.slice(written.length);
    const mayBeYear = YEAR.test(`${hour}${minute}`);
    const about = written.includes("~") ? "~" : "";
    const text = `${lead}${about}${hour}:${minute}${name === "compact" ? behind.replace(UNTIL, "-$1:$2") : behind}`;
    return { notation: name, minutes: Number(hour) * 60 + Number(minute), mayBeYear, text };
  }
  return null;
}

/**
 * Numbers are times if there are enough of them, mostly in order. Four digits count only if not all can be years.
 * Below a title they need an order too, and a zero at the start, which no count has.
 */
function isClocks(places: ReadonlyMap<number, Written>, isTitled: boolean): boolean {
  const written = [...places.values()];
  if (written.length < LEAST) return false;
  const isZeroed = written.some(({ notation, minutes }) => notation === "compact" && minutes < 10 * 60);
  const isYears = written.every(({ notation, mayBeYear }) => notation === "compact" && mayBeYear);
  const rising = written.filter(({ minutes }, at) => at > 0 && minutes >= (written[at - 1]?.minutes ?? 0)).length;
  if (isTitled && !isZeroed) return false;
  return !isYears && ((written[0]?.notation === "compact" && !isTitled) || rising * 2 >= written.length - 1);
}
