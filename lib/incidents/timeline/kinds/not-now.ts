import { oneOf } from "#lib/base/text/phrases.ts";
import { MONTH_NAMES } from "#lib/base/time/local-date.ts";

const SEASON = "spring|summer|autumn|winter";
/** Marks of a habit, a plan, or something long ago. */
const OPENING = new RegExp(
  String.raw`^\W*(?:\w{2,10}\] ?)?${oneOf`
    usually | normally | typically | often | ordinarily | every (?:day|night|week|month|year|${SEASON})
    last (?:month|year) | back in | (?:a|two|three|some|several|many) (?:weeks?|months?|years?) (?:ago|before)
    in (?:${MONTH_NAMES.join("|")}|${SEASON}),? (?:the|we|this|it)\b
    plan(?:ned)?: | next steps?: | to-?do: | reminder: | reminded
  `}`,
  "i",
);
const HABIT = /\b(?:usually|typically|often|tends? to|each time we)\b/i;
/** "…, which often helps", "(usually at night)": more about the statement before it. */
const ASIDE = /, (?:which|who|where|as|because|since|like) [^.!?;]*|\([^()]{0,120}\)/gi;
/** Ends of sentences, and dashes between statements. */
const STATEMENT_END = /(?<=[.!?;]\s)|(?<=\n)|(?<=\s[-–—]\s)/;

/** Returns whether a text starts like a habit, a plan or the past, and so says nothing about its instant. */
export const isNotNow = (words: string): boolean => OPENING.test(words);

/** Returns a text without its statements of a habit: "The on-call was paged. This alert usually fires at night." */
export function withoutHabits(text: string): string {
  if (!HABIT.test(text)) return text;
  const now = text.replace(ASIDE, (aside) => (HABIT.test(aside) ? "" : aside)).split(STATEMENT_END);
  return now.filter((statement) => !HABIT.test(statement)).join("");
}
