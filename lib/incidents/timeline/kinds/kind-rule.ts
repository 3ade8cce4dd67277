import type { Aspect, Clause, Voice } from "#lib/base/clauses/clause.ts";
import { IS, isA, type Word } from "#lib/base/clauses/lexicon.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { type ClassSet, classesIn, isEmpty, meet, setOf, THING, type WordClass } from "./word-classes.ts";

/** What a clause has to be for a kind. All that is asked must hold; of a list one is enough. */
export interface KindRule {
  /** One kind, or the kinds of the start and the end of an action. */
  kind: EventKind | readonly [started: EventKind, finished: EventKind];
  /** By their base forms, separated by blanks; `*` for any verb. */
  verbs: string;
  voice?: Voice;
  aspect?: readonly Aspect[];
  /** The noun that the subject is about. */
  head?: readonly WordClass[];
  /** Any word of the subject. */
  by?: readonly WordClass[];
  /** What the act is done to: the object, or the subject of a passive. */
  of?: readonly WordClass[];
  /** The first words behind the verb. */
  says?: readonly WordClass[];
  /** Any word behind the verb. */
  behind?: readonly WordClass[];
  /** Any word of the clause; `also` asks for another one. */
  near?: readonly WordClass[];
  also?: readonly WordClass[];
  not?: readonly WordClass[];
  /** Refused where a word of the subject is of one of the classes. */
  notBy?: readonly WordClass[];
  /** Someone or something is acted on: an active verb has an object. */
  acts?: true;
  /** It is said that it did not happen. */
  negated?: true;
  /** Told as possible now, or as no longer possible. */
  able?: boolean;
  /** Also applies to observations. */
  seen?: true;
  /** Only for a noun without a verb, or for that as well. */
  bare?: "only" | "too";
  /** Only where the text speaks of trouble. */
  troubled?: true;
  /** Told as past. */
  past?: true;
  /** Neither who nor what is said. */
  alone?: true;
  /** Nothing is acted on, and nothing is said of it; wholly: nor where or how. */
  objectless?: true | "wholly";
  /** "That" and what is said follows. */
  tells?: true;
  /** Any word of the whole text. */
  said?: readonly WordClass[];
  /** Refused where any word of the whole text is of one of the classes. */
  unless?: readonly WordClass[];
  /** An act that serves the response where there is one; `only`: without one it says nothing. */
  isStep?: true | "only";
}

const SAYS = 4;

/** The words an act is done to. */
function patient({ voice, form, subject, object }: Clause): readonly Word[] {
  if (form === "noun") return [...subject, ...object];
  if (voice === "passive") return subject;
  const cut = object.findIndex((word, place) => place > 0 && isA(word, IS.preposition));
  return cut < 0 ? object : object.slice(0, cut);
}

type Place = "head" | "by" | "of" | "says" | "behind" | "near";
const WORDS_AT: Readonly<Record<Place, (clause: Clause) => readonly Word[]>> = {
  head: ({ head }) => (head ? [head] : []),
  by: ({ subject }) => subject,
  of: patient,
  says: ({ object }) => object.slice(0, SAYS),
  behind: ({ object }) => object,
  near: ({ words }) => words,
};

/** A clause with the classes of its words by their places, each looked up once. */
export class ReadClause {
  readonly clause: Clause;
  /** Only manner, place and time follow the verb. */
  readonly isObjectless: boolean;
  readonly #classes: Partial<Record<Place, ClassSet>> = {};

  constructor(clause: Clause) {
    this.clause = clause;
    this.isObjectless = isObjectless(clause);
  }

  /** Whether a word at the place is of one of the classes. */
  has(place: Place, asked: ClassSet): boolean {
    this.#classes[place] ??= this.#classesAt(place);
    return meet(this.#classes[place], asked);
  }

  #classesAt(place: Place): ClassSet {
    const words = WORDS_AT[place](this.clause);
    const found = classesIn(words);
    return place === "head" && isEmpty(found) && words.some(isNoun) ? THING : found;
  }
}

const isNoun = ({ bits, act }: Word): boolean => act === undefined && (bits & SMALL) === 0;
const SMALL = IS.pronoun | IS.determiner | IS.adverb | IS.preposition | IS.negation;

/** A rule whose classes are made ready for many clauses. */
export interface ReadyRule extends KindRule {
  asks: readonly (readonly [Place, ClassSet])[];
  refuses: ClassSet | null;
  refusesBy: ClassSet | null;
  refusesText: ClassSet | null;
  asksText: ClassSet | null;
}

export function makeReady(rule: KindRule): ReadyRule {
  const { head, by, says, behind, of: patients, near, also, not, notBy, said, unless } = rule;
  const asks = (
    [
      ["head", head],
      ["by", by],
      ["says", says],
      ["behind", behind],
      ["of", patients],
      ["near", near],
      ["near", also],
    ] as const
  ).flatMap(([place, classes]) => (classes ? [[place, setOf(classes)] as const] : []));
  const made = (classes: readonly WordClass[] | undefined) => (classes ? setOf(classes) : null);
  return { ...rule, asks, refuses: made(not), refusesBy: made(notBy), refusesText: made(unless), asksText: made(said) };
}

function isObjectless({ object }: Clause): boolean {
  const first = object.find((word) => !isA(word, IS.adverb | IS.manner) || isA(word, IS.preposition));
  return first === undefined || isA(first, IS.preposition);
}
/** What does nothing on purpose. */
const MEASURED = setOf(["METRIC", "ERROR", "BACKLOG", "CULPRIT"]);

/** Whether the form of a clause is what a rule asks for, whatever its words are. */
function hasForm(rule: KindRule, read: ReadClause): boolean {
  const { clause } = read;
  const isBare = clause.form === "noun" && clause.aspect === "plain";
  if (isBare ? rule.bare === undefined : rule.bare === "only") return false;
  if (clause.isSeen && !rule.seen) return false;
  if (rule.able !== undefined) {
    if (!clause.isAbility || clause.isNegated === rule.able) return false;
  } else if (rule.negated ? !clause.isNegated : !clause.isReal) return false;
  if (rule.voice && rule.voice !== clause.voice) return false;
  if (rule.aspect && !rule.aspect.includes(clause.aspect)) return false;
  if (rule.tells && !clause.tellsWhat) return false;
  if (rule.past && clause.form !== "past") return false;
  if (rule.alone && (clause.subject.length > 0 || !read.isObjectless)) return false;
  if (rule.objectless === "wholly" && clause.object.length > 0) return false;
  if (rule.objectless && (clause.tellsWhat || !read.isObjectless)) return false;
  return !(rule.acts && clause.voice === "active" && clause.form !== "noun" && read.isObjectless);
}

/** Whether a clause is what a rule asks for; that its verb is one of the rule is known. */
export function fits(rule: ReadyRule, read: ReadClause): boolean {
  const { clause } = read;
  if (!hasForm(rule, read)) return false;
  if (rule.isStep && clause.voice === "active" && clause.form !== "noun" && read.has("head", MEASURED)) return false;
  for (const [place, classes] of rule.asks) if (!read.has(place, classes)) return false;
  if (rule.refusesBy && read.has("by", rule.refusesBy)) return false;
  return !(rule.refuses && read.has("near", rule.refuses));
}

/** The kind of a matching clause: of a started or of a finished action. */
export function kindOfRule({ kind }: KindRule, { aspect, form, voice }: Clause): EventKind {
  if (typeof kind === "string") return kind;
  if (aspect !== "plain") return aspect === "finished" ? kind[1] : kind[0];
  return voice === "passive" || form === "past" || form === "participle" || form === "s" ? kind[1] : kind[0];
}
