import type { VerbForm } from "./inflect.ts";
import { IS, isA, type Word } from "./lexicon.ts";
import {
  describesNoun,
  hasLaterVerb,
  hasPreposition,
  isAuxiliary,
  isBesideVerb,
  isCarrying,
  isPast,
  takesNoun,
} from "./verb-words.ts";

/** Returns whether a form of a verb is the main verb of its clause, rather than a noun or an adjective. */
export function isVerbHere(words: readonly Word[], at: number, form: VerbForm): boolean {
  const [word, previous] = [words[at], words[at - 1]];
  const isBehindParticle = isA(previous, IS.state) || /^(?:up|off|out|over)$/.test(previous?.text ?? "");
  if (isA(previous, IS.determiner | IS.preposition) && !isBehindParticle) return false;
  if (/^(?:newly|very|too|so)$/.test(previous?.text ?? "") || word === undefined) return false;
  if (/^(?:relate|concern|locate)$/.test(word.verb?.lemma ?? "") && form !== "s") return false;
  // "18 failed units".
  if (at === 1 && /^\d/.test(previous?.text ?? "") && describesNoun(words, at)) return false;
  if (form === "ing") return isDoing(words, at);
  if (form === "s") return isThirdPerson(words, at);
  if (form === "base" && isSetAlready(words, at)) return true;
  if (form === "base")
    return at === 0 || (at === 1 && (isBesideVerb(previous) || isA(previous, IS.tool)))
      ? isOrder(words, at)
      : isPlural(words, at);
  // "Verified to not be compromised".
  if (previous?.text === "be") return false;
  if (at === 0) return !isDescribing(words);
  if (word.verb?.isOnlyPast || words[at + 2]?.text === "be") return true;
  if (describesNoun(words, at) && takesNoun(words, at - 1)) return false;
  return !(isA(words[at + 1], IS.preposition) && (hasLaterVerb(words, at) || hasLaterS(words, at)));
}

/** "The rule applied at noon drops traffic": after a participle, a form in -s is the verb. */
function hasLaterS(words: readonly Word[], at: number): boolean {
  return words.some((word, later) => {
    const before = words[later - 1];
    const isFree = !isA(before, IS.determiner | IS.preposition) && words[later + 1] !== undefined;
    return later > at + 2 && word.verb?.form === "s" && isFree && !isA(words[later + 1], IS.preposition);
  });
}

/** "Failed requests rise" with "the" left out, and "stalled jobs are found". */
function isDescribing(words: readonly Word[]): boolean {
  if (isA(words[0], IS.describing)) return hasLaterVerb(words, 0);
  const third = words[2];
  if (third?.verb?.form === "s" && words[1]?.verb === undefined && words[3] && !isA(words[3], IS.preposition))
    return true;
  return !isA(words[1], IS.determiner | IS.preposition) && words.some((word, at) => at > 1 && isCarrying(word));
}

/** "Investigating the errors" and "pods crashing", but not "load balancing". */
function isDoing(words: readonly Word[], at: number): boolean {
  const [next, previous] = [words[at + 1], words[at - 1]];
  const isThing = isA(words[at], IS.thing);
  if (isThing && next !== undefined && !isA(next, IS.determiner | IS.preposition) && !isParticle(next)) return false;
  if (at === 0) return next?.verb?.form !== "s" && !isPast(next) && !hasLaterVerb(words, at);
  if (previous?.text === "longer" || (words[at]?.verb?.lemma === "time" && next?.text === "out")) return true;
  const isLoose = !words.slice(0, at).some((word) => word.verb !== undefined) && !hasPreposition(words, at);
  return isLoose && !isThing && !hasLaterVerb(words, at);
}

/** "The hub restarts", but not "customer reports of errors" or "error rates". */
function isThirdPerson(words: readonly Word[], at: number): boolean {
  const [word, next] = [words[at], words[at + 1]];
  if (word?.verb?.lemma === "time") return next?.text === "out";
  if (at === 0) return isA(next, IS.determiner) && !hasLaterVerb(words, at);
  if (isA(next, IS.determiner | IS.pronoun)) return true;
  if (isAuxiliary(next) || (isPast(next) && isEnd(words[at + 2]))) return false;
  if (isA(word, IS.nounProne) && isPast(next) && isA(next, IS.light)) return false;
  if (next?.text === "time" && words[at + 2]?.text === "out") return false;
  if (word?.verb?.lemma === "report" && next?.verb === undefined && !isA(next, ~0)) return next !== undefined;
  const actAt = isA(next, IS.manner) ? at + 2 : at + 1;
  const [act, behind] = [words[actAt], words[actAt + 1]];
  if (
    isA(word, IS.nounProne) &&
    act?.verb?.form === "base" &&
    (!isA(act, IS.nounProne) || behind?.text === "out" || hasMany(words, at))
  )
    return false;
  if (isA(word, IS.nounProne) && isA(next, IS.preposition) && endsInBase(words, at + 1)) return false;
  if (hasPreposition(words, at) && hasLaterVerb(words, at)) return false;
  if (!isA(word, IS.nounProne)) return true;
  if (next === undefined) return isA(word, IS.intransitive);
  return next.text !== "of" && next.text !== "about" && !hasLaterVerb(words, at);
}

/** "All pages return 500": what is counted isn't a verb. */
const hasMany = (words: readonly Word[], until: number): boolean =>
  words.slice(0, until).some(({ text }) => /^(?:all|both|many|most|several|some|few|these|two|three)$/.test(text));

/** "Status page set to", "traffic cut off": a past form that equals the base form, after its object. */
export function isSetAlready(words: readonly Word[], at: number): boolean {
  const [word, previous, next] = [words[at], words[at - 1], words[at + 1]];
  if (!isA(word, IS.samePast) || previous === undefined) return false;
  if (isA(previous, IS.determiner | IS.preposition | IS.pronoun | IS.modal | IS.adverb) || previous.text === "to")
    return false;
  return isA(next, IS.preposition | IS.state | IS.determiner) || next?.text === "to" || next === undefined;
}

/** "Cut off the client": a particle and an object. */
const isPhrasal = (words: readonly Word[], at: number): boolean =>
  isParticle(words[at + 1]) && isA(words[at + 2], IS.determiner);
const isParticle = (word: Word | undefined): boolean => /^(?:off|up|down|out|back)$/.test(word?.text ?? "");

const NEVER_ORDERED = /^(?:die|alert|report|page|error|issue|request|incident|ticket)$/;

/** "Restart the hub", but not "restart completed" or "spike in errors". */
function isOrder(words: readonly Word[], at: number): boolean {
  const [word, next] = [words[at], words[at + 1]];
  if (next === undefined || isA(next, IS.state) || next.text === "of") return false;
  // "Block production still not back".
  if (words.some(({ text }) => text === "not")) return false;
  if (isA(word, IS.nounProne) && isA(next, IS.preposition) && !isPhrasal(words, at)) return false;
  if (isPast(next) && isEnd(words[at + 2])) return false;
  if (next.text.startsWith("attempt")) return false;
  return !NEVER_ORDERED.test(word?.text ?? "") && !hasLaterVerb(words, at);
}

/** "Update sent to all": nothing follows the past form that it could describe. */
/** "Checks for the login fail": the verb comes last. */
function endsInBase(words: readonly Word[], from: number): boolean {
  const [last, before] = [words.at(-1), words.at(-2)];
  const isFree = !isA(before, IS.determiner | IS.preposition) && before?.text !== "to";
  return words.length - from > 2 && last?.verb?.form === "base" && isA(last, IS.intransitive) && isFree;
}

export const isEnd = (word: Word | undefined): boolean =>
  word === undefined || isA(word, IS.preposition | IS.adverb | IS.manner);

/** "Customers report", "we restart": a base form after a plural. */
function isPlural(words: readonly Word[], at: number): boolean {
  const [word, next] = [words[at], words[at + 1]];
  const before = words[at - (isBesideVerb(words[at - 1]) ? 2 : 1)];
  const text = before?.text ?? "";
  // "Uploads fail": the first words are the subject.
  const isNoun = before?.verb === undefined || isA(before, IS.nounProne) || (at === 1 && before.verb.form === "s");
  const isMany =
    isA(before, IS.pronoun) ||
    isManyBefore(words, at) ||
    words[at - 2]?.text === "and" ||
    text === "people" ||
    (isNoun && text.length > 2 && /[^sui]s$/.test(text));
  if (!isMany || (isAuxiliary(next) && next?.text !== "being")) return false;
  if (isPast(next) && !describesNoun(words, at + 1)) return false;
  // "Students report the hub is down": "that" left out.
  return word?.text === "report" || !(isA(word, IS.nounProne) && hasLaterVerb(words, at));
}

/** "Users in the forum mention": the plural is before the first preposition. */
function isManyBefore(words: readonly Word[], at: number): boolean {
  const cut = words.findIndex((word) => isA(word, IS.preposition));
  const head = cut > 0 && cut < at - 1 ? words[cut - 1] : undefined;
  const isNoun = head !== undefined && (head.verb === undefined || isA(head, IS.nounProne));
  return (
    isNoun &&
    (/[^sui]s$/.test(head.text) || head.text === "people") &&
    !isA(words[at - 1], IS.determiner | IS.preposition | IS.modal)
  );
}
