import type { VerbForm } from "./inflect.ts";
import { IS, isA, type Word } from "./lexicon.ts";
import { isEnd, isSetAlready, isVerbHere } from "./verb-or-noun.ts";
import {
  hasLaterVerb,
  hasPreposition,
  isAuxiliary,
  isBesideVerb,
  isCarrying,
  isUnknownPast,
  startsWithNone,
} from "./verb-words.ts";

export interface FoundVerb {
  lemma: string;
  form: VerbForm;
  isPassive: boolean;
  isOngoing: boolean;
  isReal: boolean;
  isNegated: boolean;
  isAbility: boolean;
  /** Where the subject ends and where the rest starts. */
  start: number;
  end: number;
}

function skipAdverbs(words: readonly Word[], from: number): number {
  let at = from;
  while (at < words.length && isBesideVerb(words[at])) at += 1;
  return at;
}

/**
 * Returns the main verb of a clause, including a clause that continues the subject before it or introduces what is
 * said. Null if there is no known verb.
 */
export function findVerb(words: readonly Word[], goesOn = false, leads = false): FoundVerb | null {
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (isCarrying(word)) return withAuxiliary(words, at);
    if (isA(word, IS.get)) {
      const form = words[skipAdverbs(words, at + 1)]?.verb?.form;
      if (form === "past" || form === "participle") return withAuxiliary(words, at);
    }
    if (word?.text === "to" && words[at + 1]?.verb?.form === "base") {
      at += 1;
      continue;
    }
    const isFirst = goesOn && at === 0 && word?.verb?.form === "s" && !hasLaterVerb(words, at);
    const isLeading = leads && at > 0 && at === words.length - 1 && word?.verb?.form === "s";
    if (word?.verb && (isFirst || isLeading || isVerbHere(words, at, word.verb.form))) return bare(words, at, leads);
    if (at > 0 && isUnknownPast(word) && isEnd(words[at + 1]) && !isA(words[at - 1], IS.determiner | IS.preposition))
      return { ...bare(words, at, leads), lemma: word?.text ?? "", form: "past", isPassive: true };
  }
  return withoutBe(words);
}

const LONGEST_STATE = 5;

/** Matches a state without "is": "site down", "all services back online". */
function withoutBe(words: readonly Word[]): FoundVerb | null {
  const at = words.findIndex((word) => isA(word, IS.state));
  if (at <= 0 || words.length - at > LONGEST_STATE || hasPreposition(words, at)) return null;
  const isNegated = startsWithNone(words) || isA(words[at - 1], IS.negation);
  return {
    lemma: "be",
    form: "past",
    isPassive: false,
    isOngoing: false,
    isReal: true,
    isNegated,
    isAbility: false,
    start: at,
    end: at,
  };
}

const isEndOrAnd = (word: Word | undefined): boolean => isEnd(word) || word?.text === "and" || isA(word, IS.state);

/** Matches a person who is informed: "users informed that", "notified that". */
const TOLD = /^(?:inform|notify|tell|alert)$/;

function bare(words: readonly Word[], at: number, leads: boolean): FoundVerb {
  const { lemma = "", form = "base" } = words[at]?.verb ?? {};
  const isBare = form === "past" || form === "participle" || (form === "base" && isSetAlready(words, at));
  const behind = skipAdverbs(words, at + 1);
  const after = words[behind];
  // "Services confirmed online".
  const isNamed = isA(words[at], IS.naming) && isA(after, IS.state) && isEndOrAnd(words[behind + 1]);
  const takesObject =
    after !== undefined && !isNamed && !isA(after, IS.preposition | IS.be) && !isA(words[at + 1], IS.manner);
  const isPassive =
    isBare &&
    (at > 0 || after?.text === "by" || (leads && after === undefined && TOLD.test(lemma))) &&
    !isA(words[at], IS.intransitive) &&
    !words[at]?.verb?.isOnlyPast &&
    !takesObject &&
    !isA(words[at - 1], IS.pronoun);
  // The subject tells it in "a user reported that". In "users informed that" the subject is told.
  const isTelling = leads && after === undefined && !TOLD.test(lemma);
  const isNoLonger = words[at - 1]?.text === "longer" && words[at - 2]?.text === "no";
  return {
    lemma,
    form,
    isPassive: (isPassive && !isTelling) || form === "participle" || (form === "past" && after?.text === "by"),
    isOngoing: form === "ing",
    isReal: true,
    isNegated: isNoLonger || startsWithNone(words) || isA(words[at - 1], IS.negation) || isNothing(words[at + 1]),
    isAbility: false,
    start: at,
    end: at + 1,
  };
}

/** Matches "Found nothing" and "saw no errors". */
const isNothing = (word: Word | undefined): boolean => /^(?:no|nothing|none|nobody|zero|0)$/.test(word?.text ?? "");

/**
 * Reads "has been restarted", "is being rolled back", "will deploy" or "did not help", starting at the first of these
 * words.
 */
function withAuxiliary(words: readonly Word[], start: number): FoundVerb {
  let [at, isReal, isOngoing, hasBe, rest] = [start, true, false, false, start + 1];
  let isNegated = startsWithNone(words);
  let isAbility = false;
  for (; at < words.length; at += 1) {
    const word = words[at];
    isNegated ||= isA(word, IS.negation);
    if (isA(word, IS.ability)) isAbility = true;
    if (isA(word, IS.modal)) isReal = false;
    else if (word?.text === "being") isOngoing = true;
    else if (word?.text === "to" && words[at + 1]?.verb?.form === "base") {
      if (hasBe || !isA(words[at - 1], IS.have)) isReal = false;
    } else if (!(isAuxiliary(word) || isA(word, IS.get) || isBesideVerb(word))) break;
    hasBe ||= isA(word, IS.be | IS.get);
    if (isAuxiliary(word) || isA(word, IS.negation)) rest = at + 1;
  }
  const verb = words[at]?.verb;
  const isVerb = verb !== undefined && verb.form !== "s" && isVerbAfter(words, at, hasBe);
  if (!isVerb) {
    const unknown = hasBe && !verb ? words[at] : undefined;
    if (unknown && UNKNOWN_PARTICIPLE.test(unknown.text))
      return {
        lemma: unknown.text,
        form: "past",
        isPassive: true,
        isOngoing,
        isReal,
        isNegated,
        isAbility,
        start,
        end: at + 1,
      };
    const lemma = hasBe ? "be" : isA(words[start], IS.do) ? "do" : "have";
    return { lemma, form: "past", isPassive: false, isOngoing, isReal, isNegated, isAbility, start, end: rest };
  }
  return {
    lemma: verb.lemma,
    form: verb.form === "ing" && !hasBe ? "past" : verb.form,
    isPassive: hasBe && verb.form !== "ing",
    isOngoing: isOngoing || (hasBe && verb.form === "ing"),
    isReal,
    isNegated,
    isAbility,
    start,
    end: at + 1,
  };
}

/** Matches a passive with an unknown verb: "is funded". */
const UNKNOWN_PARTICIPLE = /^[a-z]{3,20}ed$/;

/**
 * "Is deployed", "is set": after "be" a base form counts only if it is also the past form. "Has alerts" contains no
 * verb.
 */
function isVerbAfter(words: readonly Word[], at: number, hasBe: boolean): boolean {
  if (words[at]?.verb?.form !== "base") return true;
  return hasBe ? isA(words[at], IS.samePast) : !isA(words[at - 1], IS.determiner);
}
