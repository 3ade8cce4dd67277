import { fromNoun, lighten, withParticle } from "./aspect.ts";
import type { Clause } from "./clause.ts";
import { cutPieces, type Piece } from "./cut-pieces.ts";
import { findVerb } from "./find-verb.ts";
import { IS, isA, type Word } from "./lexicon.ts";
import { tokensOf } from "./tokens.ts";

const MOST_TOKENS = 80;

/** The statements of a text in their order; English, of what a write-up or a chat tells. */
export function readClauses(text: string): Clause[] {
  const clauses: Clause[] = [];
  let last: Clause | undefined;
  for (const piece of cutPieces(tokensOf(text, MOST_TOKENS))) {
    if (!piece.isMain) continue;
    const clause = toClause(piece, piece.goesOn ? last : undefined);
    if (!piece.isAside) last = clause;
    clauses.push(clause);
  }
  return clauses;
}

/** `before`: the clause whose subject a piece without one goes on with. */
function toClause(
  { words, goesOn, leads, tellsWhat, isSeen, isAside, isContrasted }: Piece,
  before: Clause | undefined,
): Clause {
  const found = findVerb(words, goesOn, leads);
  let until = found?.start ?? words.length;
  while (found && until > 0 && isA(words[until - 1], IS.adverb | IS.manner)) until -= 1;
  const own = words.slice(0, until);
  const isBlank = own.every((word) => isA(word, IS.adverb));
  const subject = isBlank ? (before?.subject ?? []) : own;
  const object = words.slice(found?.end ?? words.length);
  // "Was killed and started again": both are done to it.
  const isPassiveToo = isBlank && before?.voice === "passive" && found?.form === "past" && isLoose(object[0]);
  const isDone = words.some(({ text }) => text === "successfully");
  const clause: Clause = {
    isSeen,
    isAside,
    isJoined: goesOn,
    isContrasted,
    tellsWhat,
    verb: found?.lemma ?? "",
    form: found?.form ?? "noun",
    voice: found?.isPassive || isPassiveToo ? "passive" : "active",
    aspect: found?.isOngoing ? "ongoing" : isDone ? "finished" : "plain",
    isReal: !found || (found.isReal && !found.isNegated),
    isNegated: found?.isNegated ?? false,
    isAbility: found?.isAbility ?? false,
    subject,
    head: headOf(subject),
    object,
    words,
  };
  return found ? withParticle(lighten(withParticle(clause))) : fromNoun(clause);
}

const isLoose = (word: Word | undefined): boolean =>
  word === undefined || isA(word, IS.preposition | IS.adverb | IS.manner);

function headOf(subject: readonly Word[]): Word | undefined {
  const cut = subject.findIndex(
    (word, at) => isA(word, IS.preposition) || (at > 0 && word.verb?.form === "ing" && !isA(word, IS.thing)),
  );
  return subject[(cut > 0 ? cut : subject.length) - 1];
}
