import { MONTH_NAMES } from "#importers/lex/month-names.ts";
import { oneOf } from "#lib/base/text/phrases.ts";
import { LONG_WEEKDAY, SHORT_MONTH } from "#lib/base/time/local-date.ts";

const SENTENCE_END = /[.!?]["”')\]]?\s+(?=["“'(]?[\p{Lu}\p{Lo}\d])|[。！？]\s*(?=\S)/gu;
/** "20. August": the full stop after a day. */
const DAY_POINT = /(?<![\p{L}\d.])\d{1,2}\.$/u;
const MONTH_NEXT = new RegExp(String.raw`^\s*(?:${MONTH_NAMES})(?!\p{L})`, "iu");
const NOT_AN_END =
  /(?:(?<![\p{L}\d])(?:e\.g|i\.e|kl|etc|vs|godz|approx|ca|no|dr|mr|ms|st|jan|feb|mar|apr|aug|sept?|oct|nov|dec)|(?<![\p{L}\d/]|(?<![:\d])\d{1,2}\s(?=h))\p{L}|(?<=\b(?:am|vom|den|zum|seit|bis|dem) |, )\d{1,2})\.$/iu;
/** "Calls came at 9:15 a.m. Staff arrived": the point of a half of the day that ends its sentence. */
const endsInHalf = (before: string, behind: string): boolean =>
  /\d\s?[ap]\.m\.$/i.test(before) && /^\s+\p{Lu}\p{Ll}/u.test(behind) && !BEHIND_HALF.test(behind);
const BEHIND_HALF = new RegExp(
  String.raw`^\s+${oneOf`
    (?:US |Australian |Central )?(?:Eastern|Central|Mountain|Pacific|Atlantic|European|British|Local|Standard) | ${LONG_WEEKDAY} | ${MONTH_NAMES} | ${SHORT_MONTH}
    (?:[a-z]+ )?time
  `}\b`,
  "i",
);

/** The sentences of a text. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const end of text.matchAll(SENTENCE_END)) {
    const before = text.slice(Math.max(from, end.index - 8), end.index + 1);
    if (NOT_AN_END.test(before) && !endsInHalf(before, text.slice(end.index + 1))) continue;
    if (DAY_POINT.test(before) && MONTH_NEXT.test(text.slice(end.index + 1, end.index + 20))) continue;
    sentences.push(text.slice(from, end.index + end[0].length).trim());
    from = end.index + end[0].length;
  }
  return [...sentences, text.slice(from).trim()];
}
