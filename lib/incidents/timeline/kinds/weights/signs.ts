import type { Clause } from "#lib/base/clauses/clause.ts";
import type { Word } from "#lib/base/clauses/lexicon.ts";
import { wordsOf } from "#lib/base/clauses/tokens.ts";
import { classNames } from "../words/word-classes.ts";

const MOST_WORDS = 40;
const HEAD = 4;
/** Letters that related words share: "degrade", "degradation". */
const BEGINNING = 4;

/** Features of a text that can suggest its kind. */
export interface Signs {
  /** Each sign once: stems, their first letters, stems at the start, the form of each clause, and classes of words. */
  all: ReadonlySet<string>;
  /** The stems alone, with repetitions. */
  stems: readonly string[];
}

/** Returns the features of a text and its clauses that can suggest its kind. */
export function signsOf(text: string, clauses: readonly Clause[]): Signs {
  const all = new Set<string>();
  const stems = (text.toLowerCase().match(/[a-z]+|\d+|%/g) ?? []).slice(0, MOST_WORDS).map(stemOf);
  for (const [place, stem] of stems.entries()) {
    all.add(stem);
    if (stem.length > BEGINNING) all.add(`${stem.slice(0, BEGINNING)}…`);
    if (place < HEAD) all.add(`^${stem}`);
  }
  for (const [place, clause] of clauses.entries()) addClause(all, clause, Math.min(place, 2));
  all.add(`clauses ${Math.min(clauses.length, HEAD)}`);
  for (const name of classNames(wordsOf(text))) all.add(name);
  return { all, stems };
}

const ENDINGS = ["ations", "ation", "ings", "ing", "ied", "ies", "ed", "es", "ly", "s"];

/** Returns a word without its ending, always cut the same way. All numbers become "#". */
function stemOf(word: string): string {
  if (/^\d/.test(word)) return "#";
  const ending = ENDINGS.find((one) => word.endsWith(one) && word.length - one.length >= 3);
  if (!ending) return word;
  const stem = word.slice(0, -ending.length);
  return ending.startsWith("ie") ? `${stem}i` : stem;
}

function addClause(signs: Set<string>, clause: Clause, place: number): void {
  const { verb, form, voice, aspect, isReal, isNegated, head, object, subject } = clause;
  const told = `${voice} ${aspect}${isReal ? "" : " unreal"}${isNegated ? " not" : ""}`;
  signs.add(`v:${verb}`).add(`v${place}:${verb}`).add(`v:${verb} ${told}`);
  signs.add(`told${place} ${told}`).add(`form${place} ${form}`);
  for (const fact of FACTS) if (clause[fact]) signs.add(`${fact}${place}`);
  if (subject.length === 0) signs.add(`v:${verb} alone`);
  if (head) signs.add(`${head.text.replace(/\d+/g, "#")}>${verb}`);
  addClasses(signs, "head", head ? [head] : [], verb);
  addClasses(signs, "object", object, verb);
  for (const name of classNames(subject)) signs.add(`subject ${name}`);
}

const FACTS = ["isSeen", "isAside", "isAnnounced", "isContrasted", "isAbility", "tellsWhat"] as const;

function addClasses(signs: Set<string>, part: string, words: readonly Word[], verb: string): void {
  for (const name of classNames(words)) signs.add(`${part} ${name}`).add(`${part} ${name}>${verb}`);
}
