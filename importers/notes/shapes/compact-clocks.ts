import { readStamp } from "#importers/lex/stamp.ts";
import type { Line } from "../lines/lines.ts";
import type { Section } from "../lines/sections.ts";

/** Times written without a colon: `0341`, `10.32`, `10h32m`, `10 h 32`, `10'32`, `10_32`, `10：32`. */
const NOTATIONS: readonly { name: string; clock: RegExp; inCell: boolean }[] = [
  { name: "compact", clock: /^([01]\d|2[0-3])([0-5]\d)(?=[*_`]{0,3}(?::?\s|\s?[-–—]))/, inCell: false },
  { name: "point", clock: /^([01]?\d|2[0-3])\.([0-5]\d)(?=[*_`)\]]{0,3}(?:[:,]?\s|$|\s?[-–—]))/, inCell: true },
  { name: "h", clock: /^([01]?\d|2[0-3])\s?[hH]\s?~?([0-5]\d)m?(?=[*_`)\]]{0,3}(?:[:,]?\s|$))/, inCell: true },
  { name: "prime", clock: /^([01]?\d|2[0-3])['’′]([0-5]\d)(?=[*_`)\]]{0,3}(?:[:,]?\s|$))/, inCell: true },
  { name: "wide", clock: /^([01]?\d|2[0-3])：([0-5]\d)/, inCell: true },
  { name: "apart", clock: /^([01]\d|2[0-3])[ _]([0-5]\d)(?=[*_`)\]]{0,3}(?::?\s(?!\d)|$))/, inCell: true },
];
const LEAD = /^(?:[*_`~([]{1,4}|kl\.?\s|um\s|[aà]\s|at\s){0,2}/i;
const CELL = /^\s{0,20}\|\s{0,20}/;
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
 * notes without headings, start like this and not all of them could be years. Null if none do.
 */
export function openCompactClocks(lines: readonly Line[], sections: readonly Section[]): Line[] | null {
  return openBehindDays(lines) ?? openAtStart(lines, sections);
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
  const lead = cell + (LEAD.exec(whole.slice(cell.length, cell.length + 12))?.[0] ?? "");
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
