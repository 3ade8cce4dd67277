import type { DateMatch } from "./dates.ts";
import { readPlainStamp } from "./plain-stamp.ts";
import { Scan } from "./stamp-scan.ts";
import type { Stamp } from "./stamp-type.ts";

const SEPARATOR = /\s*(?::{1,8}|[;,|→]|-{1,3}>?|–|—|=>|\.(?=\s|$))(?=$|[^\d])/y;

/** The stamp as written, without the marks around it. */
function statedText(text: string, end: number): string {
  const stated = text
    .slice(0, end)
    .replace(/^[\s*_`([<"“>]+|[\s*_`\])>"”]+$/g, "")
    .trim();
  const isOpen = (open: string, close: string) => stated.includes(open) && !stated.includes(close);
  return isOpen("(", ")") ? `${stated})` : isOpen("[", "]") ? `${stated}]` : stated;
}

/** The emphasis that opens before a stamp and does not close within it; empty when there is none. */
function openEmphasis(text: string, start: number, end: number): string {
  const before = text.slice(0, start);
  const inside = text.slice(start, end);
  return ["**", "__", "~~", "*", "_"].find((mark) => before.includes(mark) && !inside.includes(mark)) ?? "";
}

/** Returns the start of the words after a stamp that ends at `end`: past colons, dashes and blanks. */
function skipSeparators(text: string, end: number): number {
  let pos = end;
  for (let turn = 0; turn < 3; turn += 1) {
    const length = lengthAt(SEPARATOR, text, pos);
    if (length === 0) break;
    pos += length;
    if (turn === 0) pos += lengthAt(/(?:\*\*|__)(?=\s)/y, text, pos);
  }
  return pos + lengthAt(/\s{0,40}/y, text, pos);
}

function lengthAt(pattern: RegExp, text: string, pos: number): number {
  pattern.lastIndex = pos;
  return pattern.exec(text)?.[0].length ?? 0;
}

const LIMIT = 240;

/** Reads the stamp at the start of a text; null when it does not begin with one. Looks at no more than 240 characters. */
export const readStamp = (text: string): Stamp | null => readPlainStamp(text) ?? scanStamp(text);

/** The same without the short way for what is nothing but a stamp. */
export function scanStamp(text: string): Stamp | null {
  const scan = new Scan(text.slice(0, LIMIT));
  scan.readLead();
  for (let step = 0; step < 12; step += 1) {
    if (!scan.readNext()) break;
  }
  if (!scan.found()) return null;
  scan.readTail();
  const { date, clock, zone, end, weekday, dayWord, approx, uncertaintySeconds, relativeSeconds, prose, problem } =
    scan;
  return {
    statedText: statedText(scan.text, scan.lastEnd),
    textStart: Math.min(skipSeparators(scan.text, scan.lastEnd), text.length),
    date,
    clock,
    zone,
    end,
    weekday,
    dayWord,
    approx,
    uncertaintySeconds,
    relativeSeconds,
    prose,
    problem,
    openEmphasis: openEmphasis(scan.text, scan.firstStart, scan.lastEnd),
  };
}

/** True when a stamp names a time of day or a distance from T0, not only a day. */
export function isTimed(stamp: Stamp): boolean {
  return stamp.clock !== null || stamp.relativeSeconds !== null || stamp.problem !== null;
}

/** A stamp that only names a day, for dates found inside a heading. */
export function dayStamp(date: DateMatch): Stamp {
  return {
    statedText: date.written,
    textStart: 0,
    date,
    clock: null,
    zone: null,
    end: null,
    weekday: null,
    dayWord: null,
    approx: false,
    uncertaintySeconds: null,
    relativeSeconds: null,
    prose: false,
    problem: null,
    openEmphasis: "",
  };
}

/** Why a stamp can never become a time; null when it can. */
export function problemOf(stamp: Stamp): string | null {
  if (stamp.problem?.kind === "impossible") return stamp.problem.reason;
  if (stamp.problem?.kind === "placeholder") return `${stamp.statedText} is a placeholder, not a time.`;
  return null;
}
