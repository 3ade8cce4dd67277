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

/** Returns whether a text describes a habit, a plan or the past, and so nothing that happened at its instant. */
export const isNotNow = (words: string): boolean => OPENING.test(words) || HABIT.test(words);
