import { oneOf } from "#lib/base/text/phrases.ts";
import { clockOfMinutes, HALF_DAY_MINUTES } from "#lib/base/time/clock.ts";
import { halfBehind } from "./day-parts.ts";

/** A time of day in words. */
export interface SpelledClock {
  start: number;
  end: number;
  /** `14:30`, or null if the words leave the half of the day or the day open. */
  plain: string | null;
}

const ONE_TO_TWELVE = [
  "one | eins | een",
  "two | zwei | twee",
  "three | drei | drie",
  "four | vier",
  "five | fünf | vijf",
  "six | sechs | zes",
  "seven | sieben | zeven",
  "eight | acht",
  "nine | neun | negen",
  "ten | zehn | tien",
  "eleven | elf",
  "twelve | zwölf | twaalf",
].map((words) => words.split(" | "));
const NUMBERS = new Map(ONE_TO_TWELVE.flatMap((words, index) => words.map((word) => [word, index + 1] as const)));
const NUMBER = `(?:${[...NUMBERS.keys()].join("|")}|1[0-2]|[1-9])`;

/** The minutes that the words before an hour add to it. "Halb drei" and "half drie" are half an hour before three. */
const PARTS: readonly (readonly [words: string, minutes: number])[] = [
  ["half past", 30],
  ["(?:a )?quarter past|viertel nach|kwart over", 15],
  ["(?:a )?quarter to|viertel vor|kwart voor", -15],
  ["five past|fünf nach|vijf over", 5],
  ["ten past|zehn nach|tien over", 10],
  ["twenty past|zwanzig nach", 20],
  ["twenty to|zwanzig vor", -20],
  ["ten to|zehn vor|tien voor", -10],
  ["five to|fünf vor|vijf voor", -5],
  ["halb", -30],
  ["half", -30],
];
const PART = PARTS.map(([words]) => words).join("|");

const LEAD = oneOf`
  (?:just |shortly |right |soon )?(?:before|after) | at | by | around | about | until | since | from | gegen | um | ab | bis | seit
  à | vers | dès | depuis | al? | (?:a|hacia|sobre|desde|hasta|alrededor de|cerca de) las? | hacia | sobre | às? | ao | pelas | por volta das | até às
  verso | alle | verso le | dalle | om | rond | tegen | kurz (?:vor|nach)
`;
/** "At half past two in the afternoon", "um halb drei nachmittags", "at 3 o'clock", "around three in the morning". */
const TOLD = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(${PART})\s(${NUMBER})(?:\s(?:o['’]clock|uhr|uur))?|(${NUMBER})\so['’]clock|(?<=${LEAD}\s)(${NUMBER})(?=\s${oneOf`
    in the | at night | am abend | de la (?:mañana|madrugada|tarde|noche) | da (?:manhã|madrugada|tarde|noite)
    d[ie]l? (?:mattin[ao]|pomeriggio|sera|notte) | 's (?:ochtends|morgens|middags|avonds|nachts)
  `}))(?![\p{L}\d:])`,
  "giu",
);
const NOON = oneOf`
  noon | midday | midi | mediodía | el mediodía | (?:doce|12) del mediodía | mezzogiorno | meio-dia | południe | polední | twaalf uur 's middags
`;
const MIDNIGHT = oneOf`midnight | mitternacht | minuit | medianoche | mezzanotte | meia-noite | middernacht | północ`;
const LED = new RegExp(String.raw`(?<![\p{L}\d])${LEAD}\s$`, "iu");
const HIGH = new RegExp(String.raw`(?<![\p{L}\d])(${LEAD}\s)(?:(${NOON})|(${MIDNIGHT}))(?![\p{L}\d-])`, "giu");
/** "Half two" can be half past one or half past two. */
const IS_ENGLISH = /^half\s(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/i;

/** Returns the times of day that a sentence tells in words, in order. */
export function spelledClocks(sentence: string): SpelledClock[] {
  const told = [...sentence.matchAll(TOLD)].flatMap(
    ({ 0: written, 1: part = "", 2: behind, 3: alone, 4: bare, index }) => {
      const hour = hourOf(behind ?? alone ?? bare ?? "");
      const named = halfBehind(sentence, index + written.length, hour);
      const minutes = (hour % 12) * 60 + (named?.half === "pm" ? HALF_DAY_MINUTES : 0) + minutesOf(part);
      // "Ten to twelve disks failed" counts.
      if (named === null && !LED.test(sentence.slice(0, index))) return [];
      const isOpen = named === null || IS_ENGLISH.test(written);
      return { start: index, end: named?.end ?? index + written.length, plain: isOpen ? null : clockOf(minutes) };
    },
  );
  const high = [...sentence.matchAll(HIGH)].map(({ 0: written, 1: lead = "", 2: noon, index }) => ({
    start: index + lead.length,
    end: index + written.length,
    plain: noon ? "12:00" : null,
  }));
  return [...told, ...high].sort((one, other) => one.start - other.start);
}

const hourOf = (word: string): number => NUMBERS.get(word.toLowerCase()) ?? Number(word);

const minutesOf = (part: string): number =>
  PARTS.find(([words]) => new RegExp(`^(?:${words})$`, "iu").test(part))?.[1] ?? 0;

function clockOf(minutes: number): string {
  const within = (minutes + 2 * HALF_DAY_MINUTES) % (2 * HALF_DAY_MINUTES);
  return clockOfMinutes(within);
}
