import type { Word } from "#lib/base/clauses/lexicon.ts";
import { CLASSES } from "./class-words.ts";

export type WordClass = keyof typeof CLASSES;

/** A set of classes, one bit each. */
export type ClassSet = readonly [number, number, number, number, number, number];

const PER_NUMBER = 32;
const EMPTY: ClassSet = [0, 0, 0, 0, 0, 0];
const join = (a: ClassSet, b: ClassSet): ClassSet => [
  a[0] | b[0],
  a[1] | b[1],
  a[2] | b[2],
  a[3] | b[3],
  a[4] | b[4],
  a[5] | b[5],
];

/** The classes as a set. */
export function setOf(names: readonly WordClass[]): ClassSet {
  const bits: [number, number, number, number, number, number] = [0, 0, 0, 0, 0, 0];
  for (const name of names) {
    const place = NAMES.indexOf(name);
    bits[Math.floor(place / PER_NUMBER) as 0 | 1 | 2 | 3 | 4 | 5] |= 1 << (place % PER_NUMBER);
  }
  return bits;
}
const NAMES = Object.keys(CLASSES) as WordClass[];

const SETS = new Map<string, ClassSet>();
for (const [name, words] of Object.entries(CLASSES) as [WordClass, string][]) {
  const own = setOf([name]);
  for (const word of words.split(/\s+/)) SETS.set(word, join(SETS.get(word) ?? EMPTY, own));
}

/** A word that isn't in any list: a thing or a name. */
export const THING = setOf(["THING"]);
export const isEmpty = (set: ClassSet): boolean => set.every((bits) => bits === 0);
const SITE = setOf(["SERVICE", "DOMAIN"]);
/**
 * Classes whose names keep their class with a domain: "statuscake.com". "GitLab.com" may be the affected site itself.
 */
const FIRM = setOf(["WATCHER"]);
const SETTING = setOf(["KNOB"]);
const NUMBER = setOf(["NUMBER"]);
const HANDLE = setOf(["PERSON"]);
const NAMED_ERROR = setOf(["ERROR"]);
const DOMAIN = /^[a-z0-9-]{2,60}(?:\.[a-z0-9-]{2,60})?\.[a-z]{2,10}$/;
const CHANNEL = /^#[a-z]/;
const COLLEAGUES = setOf(["COLLEAGUES"]);
const GERUND = /^[a-z]{3,16}ing$/;
const DOING = setOf(["DOING"]);
/** Matches the name of a setting: "max_connections". */
const SNAKE = /^[a-z]+(?:_[a-z0-9]+){1,6}$/;
const VERSION = setOf(["VERSION"]);
const V = 118;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** "customer's", "#incident" and "icinga2" count as the plain word, and the name of a site as a service. */
function classesOf(word: string): ClassSet {
  const known = SETS.get(word) ?? MET.get(word);
  if (known) return known;
  if (MET.size > MOST_MET) MET.clear();
  const found = classesByForm(word);
  MET.set(word, found);
  return found;
}
/** Recently seen words that aren't in any list. */
const MET = new Map<string, ClassSet>();
const MOST_MET = 4096;

function classesByForm(word: string): ClassSet {
  const last = word.charCodeAt(word.length - 1);
  if (word.endsWith("'s")) return SETS.get(word.slice(0, -2)) ?? EMPTY;
  if (CHANNEL.test(word)) return join(SETS.get(word.slice(1)) ?? EMPTY, COLLEAGUES);
  if (word.startsWith("#") || word.startsWith("@"))
    return SETS.get(word.slice(1)) ?? (word.startsWith("@") ? HANDLE : EMPTY);
  const first = word.charCodeAt(0);
  const plain = isDigit(last) && !isDigit(first) ? SETS.get(word.slice(0, -1)) : undefined;
  if (plain) return plain;
  if (isDigit(first)) return NUMBER;
  if (first === V && isDigit(word.charCodeAt(1))) return VERSION;
  if (/.(?:error|exception)$/.test(word)) return NAMED_ERROR;
  if (GERUND.test(word)) return DOING;
  if (word.includes("_") && SNAKE.test(word)) return SETTING;
  if (word.includes(".") && DOMAIN.test(word)) {
    const named = SETS.get(word.slice(0, word.indexOf("."))) ?? EMPTY;
    return meet(named, FIRM) ? named : SITE;
  }
  // The last part decides: "payments-api" is an API, and "error-rate" a rate.
  return NOT_WHAT.test(word) ? EMPTY : (SETS.get(word.slice(word.lastIndexOf("-") + 1)) ?? EMPTY);
}
const NOT_WHAT = /^(?:non|pre|post|anti|re|un|sub|self|no|co|in)-|^[^-]*$/;

/** Returns the classes of all the words together. */
export function classesIn(words: readonly Word[]): ClassSet {
  let [a, b, c, d, e, f] = EMPTY as [number, number, number, number, number, number];
  for (const { text } of words) {
    const own = classesOf(text);
    a |= own[0];
    b |= own[1];
    c |= own[2];
    d |= own[3];
    e |= own[4];
    f |= own[5];
  }
  return [a, b, c, d, e, f];
}

/** Returns whether two sets share a class. */
export const meet = (a: ClassSet, b: ClassSet): boolean =>
  ((a[0] & b[0]) | (a[1] & b[1]) | (a[2] & b[2]) | (a[3] & b[3]) | (a[4] & b[4]) | (a[5] & b[5])) !== 0;

/** Returns whether one of the words has the class. */
export const hasWord = (words: readonly Word[], name: WordClass): boolean => meet(classesIn(words), setOf([name]));

/** Returns the names of all classes of these words. */
export function classNames(words: readonly Word[]): WordClass[] {
  const names: WordClass[] = [];
  for (const [place, all] of classesIn(words).entries())
    for (let bits = all; bits !== 0; bits &= bits - 1) {
      const name = NAMES[place * PER_NUMBER + 31 - Math.clz32(bits & -bits)];
      if (name) names.push(name);
    }
  return names;
}
