import { IS, isA, type Word } from "./lexicon.ts";

export const isPast = (word: Word | undefined): boolean => word?.verb?.form === "past" || isUnknownPast(word);
/** Returns whether a word is the past form of an unknown verb: "refined". */
export const isUnknownPast = (word: Word | undefined): boolean =>
  word?.verb === undefined && word?.bits === 0 && word.text.endsWith("ed") && UNKNOWN_PAST.test(word.text);
const UNKNOWN_PAST = /^(?!unrelated|indeed|hundred)[a-z]{3,18}[^e]ed$/;
export const isAuxiliary = (word: Word | undefined): boolean => isA(word, IS.be | IS.have | IS.modal | IS.do);
/** Returns whether a form of "be" can't make a clause on its own. */
const isUnfinished = (text: string | undefined): boolean => text === "be" || text === "been" || text === "being";
export const isCarrying = (word: Word | undefined): boolean => isAuxiliary(word) && !isUnfinished(word?.text);
export const isBesideVerb = (word: Word | undefined): boolean => isA(word, IS.adverb | IS.negation | IS.manner);

/** "No", "zero errors", "and 0 of them": at the start of a clause they negate all of it. */
export function startsWithNone([first, second]: readonly Word[]): boolean {
  const word = first !== undefined && JOINING.has(first.text) ? second : first;
  return isA(word, IS.negation) || word?.text === "0" || word?.text === "zero";
}
const JOINING: ReadonlySet<string> = new Set(["and", "but", "so", "yet"]);

/** "See failed payments": a past form that describes the noun after it. */
export function describesNoun(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  return isPast(words[at]) && isA(words[at], IS.describing) && next !== undefined && !isA(next, NO_NOUN);
}
/** Returns whether the noun after a verb is its object: "saw", "to receive". */
export const takesNoun = (words: readonly Word[], at: number): boolean =>
  words[at]?.verb !== undefined && (isA(words[at], IS.light | IS.seeing) || words[at - 1]?.text === "to");
const NO_NOUN =
  IS.preposition | IS.determiner | IS.pronoun | IS.adverb | IS.manner | IS.be | IS.have | IS.modal | IS.state;

/** Returns whether a word can follow a verb. A bare noun can't: "claims frontend" is one thing. */
const carriesOn = (next: Word | undefined): boolean =>
  next === undefined || next.verb !== undefined || isA(next, ~0) || /s$/.test(next.text);

/** Matches the word after the verb of a measure: "Counter climbs to". */
const MEASURED = /^(?:to|from|above|below|past|by)$/;

/**
 * Returns whether a later word is certainly the verb: an auxiliary, or a past or -s form without a preposition or
 * article before it.
 */
export function hasLaterVerb(words: readonly Word[], at: number): boolean {
  for (let later = at + 1; later < words.length; later += 1) {
    const word = words[later];
    if (isCarrying(word)) return true;
    if (!word?.verb || isA(words[later - 1], IS.determiner | IS.preposition)) continue;
    if (
      isPast(word) &&
      (later === words.length - 1 || later > at + 1) &&
      !(describesNoun(words, later) && (takesNoun(words, later - 1) || hasPreposition(words.slice(at), later - at)))
    )
      return true;
    if (word.verb.form === "s" && !isA(word, IS.nounProne) && carriesOn(words[later + 1])) return true;
    if (word.verb.form === "s" && isA(word, IS.intransitive) && MEASURED.test(words[later + 1]?.text ?? ""))
      return true;
    const isPluralBefore = later > at + 1 || /[^sui]s$/.test(words[at]?.text ?? "");
    if (
      isPluralBefore &&
      word.verb.form === "base" &&
      isA(word, IS.intransitive | IS.light) &&
      /[^sui]s$/.test(words[later - 1]?.text ?? "") &&
      (words[later - 1]?.verb?.form !== "s" || isA(words[later - 1], IS.nounProne))
    )
      return true;
  }
  return false;
}

/** Returns whether a preposition is among the first `until` words. */
export function hasPreposition(words: readonly Word[], until: number): boolean {
  for (let at = 0; at < until; at += 1) if (isA(words[at], IS.preposition)) return true;
  return false;
}
