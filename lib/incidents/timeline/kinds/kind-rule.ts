import type { Aspect, Clause, Voice } from "#lib/base/clauses/clause.ts";
import { IS, isA, type Word } from "#lib/base/clauses/lexicon.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { type ClassSet, classesIn, isEmpty, meet, setOf, THING, type WordClass } from "./words/word-classes.ts";

/** The conditions for a kind. All of them must be met, and any item of a list is enough. */
export interface KindRule {
  /** One kind, or the kinds for the start and the end of an action. */
  kind: EventKind | readonly [started: EventKind, finished: EventKind];
  /** Base forms, separated by spaces. `*` matches any verb. */
  verbs: string;
  voice?: Voice;
  aspect?: readonly Aspect[];
  /** The noun that the subject is about. */
  head?: readonly WordClass[];
  /** Any word of the subject. */
  by?: readonly WordClass[];
  /** Classes of the word that the verb acts on: the object, or the subject of a passive. */
  of?: readonly WordClass[];
  /** The first words after the verb. */
  says?: readonly WordClass[];
  /** Any word after the verb. */
  behind?: readonly WordClass[];
  /** Any word of the clause. `also` requires another one. */
  near?: readonly WordClass[];
  also?: readonly WordClass[];
  not?: readonly WordClass[];
  /** Rejects a clause with a word of one of these classes in its subject. */
  notBy?: readonly WordClass[];
  /** Something is acted on: an active verb has an object. */
  acts?: true;
  /** Stated as not having happened. */
  negated?: true;
  /** Stated as possible now, or as no longer possible. */
  able?: boolean;
  /** Also applies to observations. */
  seen?: true;
  /** For a noun without a verb: only, or as well. */
  bare?: "only" | "too";
  /** Only if the text mentions trouble. */
  troubled?: true;
  /** In the past tense. */
  past?: true;
  /** Without subject and object. */
  alone?: true;
  /** Without an object and a complement. "wholly": without a place or manner, too. */
  objectless?: true | "wholly";
  /** Followed by "that" and what is said. */
  tells?: true;
  /** Any word of the whole text. */
  said?: readonly WordClass[];
  /** Rejects a text with any word of one of these classes. */
  unless?: readonly WordClass[];
  /** Its words hardly mean anything else, whatever is next to them. */
  isSure?: true;
  /** An act of the response, if there is one. `only`: without a response it has no kind. */
  isStep?: true | "only";
}

const SAYS = 4;

/** The words that the verb acts on. */
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

/** A clause with the classes of its words by position, each looked up once. */
export class ReadClause {
  readonly clause: Clause;
  /** Matches if only manner, place and time follow the verb. */
  readonly isObjectless: boolean;
  readonly #classes: Partial<Record<Place, ClassSet>> = {};

  constructor(clause: Clause) {
    this.clause = clause;
    this.isObjectless = isObjectless(clause);
  }

  /** Returns whether a word at one of the positions has one of the classes. */
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

/** A rule whose classes are prepared for many clauses. */
export interface ReadyRule extends KindRule {
  asks: readonly (readonly [Place, ClassSet])[];
  refuses: ClassSet | null;
  refusesBy: ClassSet | null;
  refusesText: ClassSet | null;
  asksText: ClassSet | null;
}

/** Prepares a rule for matching: its lists of classes become sets. */
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
/** Does nothing on purpose. */
const MEASURED = setOf(["METRIC", "ERROR", "BACKLOG", "CULPRIT"]);

/** Returns whether the form of a clause matches a rule, whatever its words. */
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

/** Returns whether a clause matches a rule. The caller has checked the verb. */
export function fits(rule: ReadyRule, read: ReadClause): boolean {
  const { clause } = read;
  if (!hasForm(rule, read)) return false;
  if (rule.isStep && clause.voice === "active" && clause.form !== "noun" && read.has("head", MEASURED)) return false;
  for (const [place, classes] of rule.asks) if (!read.has(place, classes)) return false;
  if (rule.refusesBy && read.has("by", rule.refusesBy)) return false;
  return !(rule.refuses && read.has("near", rule.refuses));
}

/** Returns the kind of a matching clause, for a started or a finished action. */
export function kindOfRule({ kind }: KindRule, { aspect, form, voice }: Clause): EventKind {
  if (typeof kind === "string") return kind;
  if (aspect !== "plain") return aspect === "finished" ? kind[1] : kind[0];
  return voice === "passive" || form === "past" || form === "participle" || form === "s" ? kind[1] : kind[0];
}
