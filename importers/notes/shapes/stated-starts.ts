import { NATIONAL_WEEKDAYS } from "#importers/lex/day-words.ts";
import { findDates } from "#importers/lex/find-dates.ts";
import { plainText } from "#importers/lex/markdown.ts";
import type { Stamp } from "#importers/lex/stamp-type.ts";
import { words } from "#lib/base/text/phrases.ts";
import { minutesOf } from "#lib/base/time/clock.ts";
import { LONG_WEEKDAY, MONTH_NAMES } from "#lib/base/time/local-date.ts";
import { areSameZone } from "../days/day-turns.ts";
import { TROUBLE } from "../days/trouble.ts";
import { type Entry, makeEntry } from "../lines/entry.ts";
import type { Line } from "../lines/lines.ts";
import type { Section } from "../lines/sections.ts";
import { NOT_YET, stampsIn } from "./said-times.ts";
import { sentencesOf } from "./sentences.ts";

interface Doc {
  lines: readonly Line[];
  sections: readonly Section[];
}

/** The start of an incident as the sentence of a summary tells it, with the number of its line. */
interface StatedStart {
  entry: Entry;
  line: number;
}

const LEAST_ENTRIES = 3;
const LONGEST = 2000;
/** A start this long before the first entry can be on another day, or of something else. */
const MOST_BEFORE = 2 * 60;
/** Spans tell the whole, and not its start alone. Another day isn't that of the timeline. */
const TELLS_MORE = words`
  (?:from|between) (?:about |around |approximately |roughly )?\d | until | till | lasted | ended
  yesterday | tomorrow | overnight | (?:next|following|previous|last) (?:day|morning|evening|night|week)
  (?:last|previous|next|this) (?:weekend|month|quarter|year)
  (?:days?|weeks?|months?|years?) (?:before|earlier|later|ago) | had been | meeting | review
`;
/** Another day can be told anywhere in the sentence, not only next to the time. */
const WEEKDAY = new RegExp(String.raw`(?<!\p{L})(?:${LONG_WEEKDAY}s?|${NATIONAL_WEEKDAYS.join("|")})(?!\p{L})`, "iu");
/** In capitals, as "may" and "march" are words too. */
const MONTH_OR_YEAR = new RegExp(String.raw`\b(?:${MONTH_NAMES.join("|")})\b|(?<![\d:.,-])(?:19|20)\d{2}(?![\d:])`);
const namesDay = (sentence: string): boolean =>
  WEEKDAY.test(sentence) || MONTH_OR_YEAR.test(sentence) || findDates(sentence).length > 0;

/**
 * Returns the start that a sentence above a timeline tells and the timeline doesn't: "At 09:00 UTC, traffic was
 * interrupted". It is on the day of the first entry, as the time is shortly before it in the same zone.
 */
export function readStatedStart(
  { lines, sections }: Doc,
  entries: readonly Entry[],
  context: readonly Line[],
): StatedStart | null {
  const first = entries.find(({ stamp }) => stamp.clock !== null);
  if (!first?.stamp.clock || first !== entries[0] || entries.length < LEAST_ENTRIES) return null;
  if (first.stamp.date !== null && first.stamp.date.kind !== "day") return null;
  const free = new Set(context.map(({ number }) => number));
  for (const [index, { number, role, content }] of lines.entries()) {
    if (number >= first.line) return null;
    const isTold = (role === "text" || role === "item") && free.has(number) && !sections[index]?.elsewhere;
    if (!isTold || content.length > LONGEST || !TROUBLE.test(content)) continue;
    for (const sentence of sentencesOf(plainText(content))) {
      const stamp = startIn(sentence, first);
      if (stamp && !entries.some((entry) => isAt(entry, stamp)))
        return { line: number, entry: { ...makeEntry(first.line, "text", stamp, [sentence]), zone: first.zone } };
    }
  }
  return null;
}

/** Returns the only time of a sentence about trouble, if it is shortly before the first entry. */
function startIn(sentence: string, { stamp: first }: Entry): Stamp | null {
  if (!TROUBLE.test(sentence) || NOT_YET.test(sentence) || TELLS_MORE.test(sentence) || namesDay(sentence)) return null;
  const [stamp, ...others] = stampsIn(sentence);
  if (!stamp?.clock || !first.clock || others.length > 0 || stamp.end || stamp.approx || stamp.problem !== null)
    return null;
  const isAlone = stamp.date === null && stamp.weekday === null && stamp.dayWord === null;
  const isElsewhere = stamp.zone !== null && !areSameZone(stamp.zone, first.zone, first.date);
  const before = minutesOf(first.clock) - minutesOf(stamp.clock);
  if (!isAlone || isElsewhere || stamp.clock.minute === null || before <= 0 || before > MOST_BEFORE) return null;
  return { ...stamp, date: first.date, weekday: first.weekday, dayWord: first.dayWord, zone: stamp.zone ?? first.zone };
}

const isAt = ({ stamp: { clock, end } }: Entry, { clock: own }: Stamp): boolean =>
  [clock, end?.clock].some((one) => one?.hour === own?.hour && one?.minute === own?.minute);
