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
  let subject: readonly Word[] = [];
  for (const piece of cutPieces(tokensOf(text, MOST_TOKENS))) {
    if (!piece.isMain) continue;
    const clause = toClause(piece, piece.goesOn ? subject : []);
    if (!piece.isAside) subject = clause.subject;
    clauses.push(clause);
  }
  return clauses;
}

function toClause({ words, goesOn, leads, isSeen, isAside, isContrasted }: Piece, inherited: readonly Word[]): Clause {
  const found = findVerb(words, goesOn, leads);
  let until = found?.start ?? words.length;
  while (found && until > 0 && isA(words[until - 1], IS.adverb | IS.manner)) until -= 1;
  const own = words.slice(0, until);
  const subject = own.every((word) => isA(word, IS.adverb)) ? inherited : own;
  const isDone = words.some(({ text }) => text === "successfully");
  const clause: Clause = {
    isSeen,
    isAside,
    isContrasted,
    verb: found?.lemma ?? "",
    form: found?.form ?? "noun",
    voice: found?.isPassive ? "passive" : "active",
    aspect: found?.isOngoing ? "ongoing" : isDone ? "finished" : "plain",
    isReal: !found || (found.isReal && !found.isNegated),
    isNegated: found?.isNegated ?? false,
    subject,
    head: headOf(subject),
    object: words.slice(found?.end ?? words.length),
    words,
  };
  return found ? withParticle(lighten(withParticle(clause))) : fromNoun(clause);
}

function headOf(subject: readonly Word[]): Word | undefined {
  const cut = subject.findIndex(
    (word, at) => isA(word, IS.preposition) || (at > 0 && word.verb?.form === "ing" && !isA(word, IS.thing)),
  );
  return subject[(cut > 0 ? cut : subject.length) - 1];
}
