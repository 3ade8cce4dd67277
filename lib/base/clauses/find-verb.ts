import type { VerbForm } from "./inflect.ts";
import { IS, isA, type Word } from "./lexicon.ts";

export interface FoundVerb {
  lemma: string;
  form: VerbForm;
  isPassive: boolean;
  isOngoing: boolean;
  isReal: boolean;
  isNegated: boolean;
  /** Where the subject ends and where the rest begins. */
  start: number;
  end: number;
}

const isPast = (word: Word | undefined): boolean => word?.verb?.form === "past";
const isAuxiliary = (word: Word | undefined): boolean => isA(word, IS.be | IS.have | IS.modal | IS.do);
/** Of "be" what cannot carry a clause by itself. */
const isUnfinished = (text: string | undefined): boolean => text === "be" || text === "been" || text === "being";
const isCarrying = (word: Word | undefined): boolean => isAuxiliary(word) && !isUnfinished(word?.text);
const isBesideVerb = (word: Word | undefined): boolean => isA(word, IS.adverb | IS.negation | IS.manner);

function skipAdverbs(words: readonly Word[], from: number): number {
  let at = from;
  while (at < words.length && isBesideVerb(words[at])) at += 1;
  return at;
}

/** The verb that a clause is built on, also of one that goes on with the subject before it or leads to what is said; null where the reader knows none. */
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
    if (word?.verb && (isFirst || isLeading || isVerbHere(words, at, word.verb.form)))
      return bare(words, at, word.verb.lemma, word.verb.form);
  }
  return withoutBe(words);
}

const LONGEST_STATE = 5;

/** "Site down", "all services back online": a state without "is". */
function withoutBe(words: readonly Word[]): FoundVerb | null {
  const at = words.findIndex((word) => isA(word, IS.state));
  if (at <= 0 || words.length - at > LONGEST_STATE || hasPreposition(words, at)) return null;
  const isNegated = isA(words[0], IS.negation);
  return { lemma: "be", form: "past", isPassive: false, isOngoing: false, isReal: true, isNegated, start: at, end: at };
}

function hasPreposition(words: readonly Word[], until: number): boolean {
  for (let at = 0; at < until; at += 1) if (isA(words[at], IS.preposition)) return true;
  return false;
}

function bare(words: readonly Word[], at: number, lemma: string, form: VerbForm): FoundVerb {
  const isBare = form === "past" || form === "participle";
  const after = words[skipAdverbs(words, at + 1)];
  const takesObject = after !== undefined && !isA(after, IS.preposition | IS.be) && !isA(words[at + 1], IS.manner);
  const isPassive =
    isBare && at > 0 && !isA(words[at], IS.intransitive) && !takesObject && !isA(words[at - 1], IS.pronoun);
  const isNoLonger = words[at - 1]?.text === "longer" && words[at - 2]?.text === "no";
  return {
    lemma,
    form,
    isPassive: isPassive || form === "participle",
    isOngoing: form === "ing",
    isReal: true,
    isNegated: isNoLonger || isA(words[0], IS.negation) || isA(words[at - 1], IS.negation),
    start: at,
    end: at + 1,
  };
}

/** Reads "has been restarted", "is being rolled back", "will deploy", "did not help" from the first of these words on. */
function withAuxiliary(words: readonly Word[], start: number): FoundVerb {
  let [at, isReal, isOngoing, hasBe, rest] = [start, true, false, false, start + 1];
  let isNegated = isA(words[0], IS.negation);
  for (; at < words.length; at += 1) {
    const word = words[at];
    isNegated ||= isA(word, IS.negation);
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
    const lemma = hasBe ? "be" : isA(words[start], IS.do) ? "do" : "have";
    return { lemma, form: "past", isPassive: false, isOngoing, isReal, isNegated, start, end: rest };
  }
  return {
    lemma: verb.lemma,
    form: verb.form === "ing" && !hasBe ? "past" : verb.form,
    isPassive: hasBe && verb.form !== "ing",
    isOngoing: isOngoing || (hasBe && verb.form === "ing"),
    isReal,
    isNegated,
    start,
    end: at + 1,
  };
}

/** "is deployed", "is set": after "be" no base form, unless it is the past as well; "has alerts" holds no verb. */
function isVerbAfter(words: readonly Word[], at: number, hasBe: boolean): boolean {
  if (words[at]?.verb?.form !== "base") return true;
  return hasBe ? isA(words[at], IS.samePast) : !isA(words[at - 1], IS.determiner);
}

/** Whether a form of a verb is the verb of its clause, rather than a noun or a describing word. */
function isVerbHere(words: readonly Word[], at: number, form: VerbForm): boolean {
  const [word, previous] = [words[at], words[at - 1]];
  const isBehindParticle = isA(previous, IS.state) || /^(?:up|off|out|over)$/.test(previous?.text ?? "");
  if (isA(previous, IS.determiner | IS.preposition) && !isBehindParticle) return false;
  if (previous?.text === "newly" || word === undefined) return false;
  if (form === "ing") return isDoing(words, at);
  if (form === "s") return isThirdPerson(words, at);
  if (form === "base")
    return at === 0 || (at === 1 && isBesideVerb(previous)) ? isOrder(words, at) : isPlural(words, at);
  if (at === 0) return !isDescribing(words);
  return !(isA(words[at + 1], IS.preposition) && hasLaterVerb(words, at));
}

/** "Failed requests rise", "the" left out; "stalled jobs are found". */
function isDescribing(words: readonly Word[]): boolean {
  if (isA(words[0], IS.describing)) return hasLaterVerb(words, 0);
  return !isA(words[1], IS.determiner | IS.preposition) && words.some((word, at) => at > 1 && isCarrying(word));
}

/** "Investigating the errors", "pods crashing"; not "load balancing". */
function isDoing(words: readonly Word[], at: number): boolean {
  const [next, previous] = [words[at + 1], words[at - 1]];
  const isThing = isA(words[at], IS.thing);
  if (isThing && next !== undefined && !isA(next, IS.determiner | IS.preposition)) return false;
  if (at === 0) return next?.verb?.form !== "s" && !isPast(next) && !hasLaterVerb(words, at);
  if (previous?.text === "longer") return true;
  const isLoose = !words.slice(0, at).some((word) => word.verb !== undefined) && !hasPreposition(words, at);
  return isLoose && !isThing && !hasLaterVerb(words, at);
}

/** "The hub restarts"; not "customer reports of errors", "error rates". */
function isThirdPerson(words: readonly Word[], at: number): boolean {
  const [word, next] = [words[at], words[at + 1]];
  if (word?.verb?.lemma === "time") return next?.text === "out";
  if (at === 0) return isA(next, IS.determiner) && !hasLaterVerb(words, at);
  if (isA(next, IS.determiner | IS.pronoun)) return true;
  if (isAuxiliary(next) || (isPast(next) && !isA(next, IS.describing))) return false;
  if (hasPreposition(words, at) && hasLaterVerb(words, at)) return false;
  if (!isA(word, IS.nounProne)) return true;
  if (next === undefined) return isA(word, IS.intransitive);
  return next.text !== "of" && next.text !== "about" && !hasLaterVerb(words, at);
}

const NEVER_ORDERED = /^(?:alert|report|page|error|issue|request|incident|ticket)$/;

/** "Restart the hub"; not "restart completed", "spike in errors". */
function isOrder(words: readonly Word[], at: number): boolean {
  const [word, next] = [words[at], words[at + 1]];
  if (next === undefined || isA(next, IS.state) || next.text === "of") return false;
  if (isA(word, IS.nounProne) && isA(next, IS.preposition)) return false;
  return !NEVER_ORDERED.test(word?.text ?? "") && !hasLaterVerb(words, at);
}

/** "Customers report", "we restart": a base form behind a plural. */
function isPlural(words: readonly Word[], at: number): boolean {
  const [word, next] = [words[at], words[at + 1]];
  const before = words[at - (isBesideVerb(words[at - 1]) ? 2 : 1)];
  const text = before?.text ?? "";
  const isNoun = before?.verb === undefined || isA(before, IS.nounProne);
  const isMany =
    isA(before, IS.pronoun) ||
    words[at - 2]?.text === "and" ||
    text === "people" ||
    (isNoun && text.length > 2 && /[^s]s$/.test(text));
  if (!isMany || isAuxiliary(next) || isPast(next)) return false;
  return !(isA(word, IS.nounProne) && hasLaterVerb(words, at));
}

/** Whether a later word is surely the verb: an auxiliary, or a past or -s form that no preposition or article precedes. */
function hasLaterVerb(words: readonly Word[], at: number): boolean {
  for (let later = at + 1; later < words.length; later += 1) {
    const word = words[later];
    if (isCarrying(word)) return true;
    if (!word?.verb || isA(words[later - 1], IS.determiner | IS.preposition)) continue;
    if (isPast(word) && (later === words.length - 1 || later > at + 1)) return true;
    if (word.verb.form === "s" && !isA(word, IS.nounProne)) return true;
  }
  return false;
}
