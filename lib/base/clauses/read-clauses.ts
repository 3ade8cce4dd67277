import { fromNoun, lighten, withParticle } from "./aspect.ts";
import type { Clause } from "./clause.ts";
import { cutPieces, type Piece } from "./cut-pieces.ts";
import { findVerb } from "./find-verb.ts";
import { IS, isA, type Word, wordOf } from "./lexicon.ts";
import { tokensOf } from "./tokens.ts";
import { startsWithNone } from "./verb-words.ts";

const MOST_TOKENS = 80;

/** Returns the statements of an English text in their order. */
export function readClauses(text: string): Clause[] {
  const clauses: Clause[] = [];
  let last: Clause | undefined;
  for (const piece of cutPieces(tokensOf(text, MOST_TOKENS))) {
    if (!piece.isMain) continue;
    const clause = toClause(piece, piece.goesOn ? last : undefined);
    if (!piece.isAside) last = clause;
    if (isLeadIn(clauses.at(-1), clause)) clauses.pop();
    clauses.push(clause);
  }
  return clauses;
}

/** "Suspecting the network, we restarted the proxy": what someone thought, before another statement. */
const isLeadIn = (before: Clause | undefined, { isJoined, subject }: Clause): boolean =>
  before?.form === "ing" && before.subject.length === 0 && THINKING.test(before.verb) && isJoined && subject.length > 0;
const THINKING = /^(?:believe|suspect|think|assume|see|notice|observe|realise|realize|know|find|expect)$/;

/** `before` is the clause whose subject continues in a piece without a subject. */
function toClause(piece: Piece, before: Clause | undefined): Clause {
  const { goesOn, leads, tellsWhat, isAside, isAnnounced, isContrasted } = piece;
  const isSeeing = isSeeingThat(piece.words);
  const words = withoutThere(isSeeing ? piece.words.slice(1) : piece.words);
  const found = findVerb(words, goesOn, leads);
  let until = found?.start ?? words.length;
  while (found && until > 0 && isA(words[until - 1], IS.adverb | IS.manner)) until -= 1;
  const own = words.slice(0, until);
  const isBlank = own.every((word) => isA(word, IS.adverb));
  const object = withoutTimes(words.slice(found?.end ?? words.length));
  // "Issue identified, started the rollback": the issue isn't the subject of "started".
  const isOther = before?.voice === "passive" && found?.isPassive === false && !isLoose(object[0]);
  const subject = !isBlank ? own : isOther ? [] : (before?.subject ?? []);
  // "Was killed and started again": both verbs are passive.
  const isPassiveToo = isBlank && before?.voice === "passive" && found?.form === "past" && isLoose(object[0]);
  const isDone = words.some(({ text }) => text === "successfully");
  const clause: Clause = {
    isSeen: piece.isSeen || isSeeing,
    isAside,
    isAnnounced,
    isJoined: goesOn,
    isContrasted,
    tellsWhat,
    verb: found?.lemma ?? "",
    form: found?.form ?? "noun",
    voice: found?.isPassive || isPassiveToo ? "passive" : "active",
    aspect: found?.isOngoing ? "ongoing" : isDone ? "finished" : "plain",
    isReal: found ? found.isReal && !found.isNegated : !startsWithNone(words),
    isNegated: found ? found.isNegated : startsWithNone(words),
    isAbility: found?.isAbility ?? false,
    subject,
    head: headOf(subject),
    object,
    words,
  };
  return found ? withParticle(lighten(withParticle(clause))) : fromNoun(clause);
}

/** "Observing the culler is fixed": "that" left out. */
const isSeeingThat = ([first, ...rest]: readonly Word[]): boolean =>
  first?.verb?.form === "ing" && isA(first, IS.seeing) && findVerb(rest) !== null;

/** "There was a spike" names what there was. */
function withoutThere(words: readonly Word[]): readonly Word[] {
  const at = words[0]?.text === "there" ? 0 : 1;
  if (words[at]?.text !== "there" || !/^(?:is|are|was|were)$/.test(words[at + 1]?.text ?? "")) return words;
  const named = words.slice(at + 2);
  return isA(named[0], IS.determiner) ? named : [A, ...named];
}
const A = wordOf("a", "a");

/** "Restarted a third time": a frequency isn't an object. */
function withoutTimes(words: readonly Word[]): readonly Word[] {
  const last = words.length - 1;
  const isTime = words[last]?.text === "time" || words[last]?.text === "times";
  if (!isTime || last < 1 || last > 2) return words;
  return words.slice(0, isA(words[0], IS.determiner) ? 0 : last - 1);
}

const isLoose = (word: Word | undefined): boolean =>
  word === undefined || isA(word, IS.preposition | IS.adverb | IS.manner);

/** "Some of the hosts": the subject is the hosts. */
const PART: ReadonlySet<string> = new Set("some most many all half part parts few both each none majority".split(" "));

function headOf(subject: readonly Word[]): Word | undefined {
  const cut = subject.findIndex(
    (word, at) => isA(word, IS.preposition) || (at > 0 && word.verb?.form === "ing" && !isA(word, IS.thing)),
  );
  const first = subject[cut - 1]?.text ?? "";
  if (cut > 0 && subject[cut]?.text === "of" && PART.has(first) && cut < subject.length - 1)
    return headOf(subject.slice(cut + 1));
  const last = (cut > 0 ? cut : subject.length) - 1;
  // "Node 3", "VM 101".
  const isNumbered = last > 0 && /^#?(?![45]\d\ds?$)\d/.test(subject[last]?.text ?? "");
  return subject[isNumbered ? last - 1 : last];
}
