import { resolveDay } from "#importers/lex/day-number.ts";
import { findDates } from "#importers/lex/find-dates.ts";
import { oneOf } from "#lib/base/text/phrases.ts";
import { isoDay } from "#lib/base/time/calendar-day.ts";
import type { Prose } from "../lines/prose.ts";

/** "The correct date should be: 2016-04-16". */
const CORRECTS = new RegExp(
  String.raw`(?<!\p{L})${oneOf`
    (?:correct(?:ed)?|right|actual|proper) dates?,? (?:of course )?(?:is|was|are|were|should (?:be|read|have been)|to read)
    dates? (?:above |below )?(?:should (?:be|read|have been)|was meant to be|is meant to be)
    (?:das )?(?:richtige|korrekte) datum (?:ist|war|lautet) | la (?:bonne date|date correcte|date exacte) (?:est|était)
    la fecha correcta (?:es|era) | la data corretta (?:è|era) | a data correta (?:é|era) | de juiste datum (?:is|was)
  `}\s?:?\s?(?:the |den |le |el |il )?`,
  "giu",
);

/** The day that a text names to correct its own dates. Null if it names none, or several. */
export function correctedDay(prose: readonly Prose[]): number | null {
  const days = prose.flatMap(({ text, order }) =>
    [...text.matchAll(CORRECTS)].flatMap(({ index, 0: words }) => {
      const from = index + words.length;
      const found = findDates(text, order).find((date) => date.index === from && date.day.year !== null);
      return found ? (resolveDay(found.day, null) ?? []) : [];
    }),
  );
  return new Set(days).size === 1 ? (days[0] ?? null) : null;
}

/** Returns whether a day differs from another one in exactly its year, its month or its day: one of them was mistyped. */
export function isMistyped(day: number, right: number): boolean {
  const [one, other] = [isoDay(day).split("-"), isoDay(right).split("-")];
  return one.filter((part, index) => part !== other[index]).length === 1 && Math.abs(day - right) > NEAR;
}

/** Days of one incident. */
const NEAR = 3;
