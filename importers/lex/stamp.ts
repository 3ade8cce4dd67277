import type { DateMatch } from "./dates.ts";
import { at } from "./match-at.ts";
import { readPlainStamp } from "./plain-stamp.ts";
import { Scan } from "./stamp-scan.ts";
import { EMPTY_STAMP, type Stamp } from "./stamp-type.ts";

/** "[PAGER] 09:45": a label in brackets, without its first. */
const LEVEL = /^[a-z]{3,12}\] {1,2}\[?(?=\d)/i;
const SEPARATOR = /\s*(?::{1,8}|[;,|→]|-{1,3}>?|–|—|=>|\.(?=\s|$))(?=$|[^\d])/y;

/** The stamp as written, without the marks around it. */
function statedText(text: string, end: number): string {
  const stated = text
    .slice(0, end)
    .replace(/^[\s*_`([<"“>]+|[\s*_`\])>"”]+$/g, "")
    .replace(LEVEL, "")
    .trim();
  const isOpen = (open: string, close: string) => stated.includes(open) && !stated.includes(close);
  return isOpen("(", ")") ? `${stated})` : isOpen("[", "]") ? `${stated}]` : stated;
}

/** Returns the emphasis that opens before a stamp and doesn't close within it. Empty if there is none. */
function openEmphasis(text: string, start: number, end: number): string {
  const before = text.slice(0, start);
  const inside = text.slice(start, end);
  return ["**", "__", "~~", "*", "_"].find((mark) => before.includes(mark) && !inside.includes(mark)) ?? "";
}

/** Returns the start of the text after a stamp that ends at `end`: past colons, dashes and spaces. */
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

const lengthAt = (pattern: RegExp, text: string, pos: number): number => at(pattern, text, pos)?.[0].length ?? 0;

const LIMIT = 240;
/** "Today at 7:40 am we noticed …" is the start of a sentence, as "At 7:40 am we noticed …" is. */
const SAID_OF_A_DAY = /^(?:today|yesterday|tonight|this (?:morning|afternoon|evening)),? (?:at|around|about)\b/i;
const SUBJECT = /^,? (?:we|the|our|an?|all|some|one|users|customers)\b/i;

/**
 * Reads the stamp at the start of a text. Null if the text starts with anything else. Looks at no more than 240
 * characters.
 */
export const readStamp = (text: string): Stamp | null => readPlainStamp(text) ?? scanStamp(text);

/** The same without the fast path for a text that is only a stamp. */
export function scanStamp(text: string): Stamp | null {
  const scan = new Scan(text.slice(0, LIMIT));
  scan.readLead();
  for (let step = 0; step < 12; step += 1) {
    if (!scan.readNext()) break;
  }
  if (!scan.found()) return null;
  scan.readTail();
  const { date, clock, zone, end, weekday, dayWord, approx, uncertaintySeconds, relativeSeconds, problem } = scan;
  const isSaid = SAID_OF_A_DAY.test(scan.text) && SUBJECT.test(scan.text.slice(scan.lastEnd));
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
    prose: scan.prose || isSaid,
    problem,
    openEmphasis: openEmphasis(scan.text, scan.firstStart, scan.lastEnd),
  };
}

/** Returns whether a stamp contains a time of day or an offset from T0, not only a day. */
export function isTimed(stamp: Stamp): boolean {
  return stamp.clock !== null || stamp.relativeSeconds !== null || stamp.problem !== null;
}

/** Returns a stamp with only a day, for dates inside a heading. */
export const dayStamp = (date: DateMatch): Stamp => ({ ...EMPTY_STAMP, statedText: date.written, date });

/** Returns why a stamp can never become a time, or null. */
export function problemOf(stamp: Stamp): string | null {
  if (stamp.problem?.kind === "impossible") return stamp.problem.reason;
  if (stamp.problem?.kind === "placeholder") return `${stamp.statedText} is a placeholder, not a time.`;
  return null;
}
