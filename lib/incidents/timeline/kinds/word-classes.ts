import type { Word } from "#lib/base/clauses/lexicon.ts";
import { CLASSES } from "./class-words.ts";

export type WordClass = keyof typeof CLASSES;

/** A set of classes, a bit each. */
export type ClassSet = readonly [number, number, number, number, number];

const PER_NUMBER = 32;
const EMPTY: ClassSet = [0, 0, 0, 0, 0];
const join = (a: ClassSet, b: ClassSet): ClassSet => [a[0] | b[0], a[1] | b[1], a[2] | b[2], a[3] | b[3], a[4] | b[4]];

/** The classes as a set. */
export function setOf(names: readonly WordClass[]): ClassSet {
  const bits: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  for (const name of names) {
    const place = NAMES.indexOf(name);
    bits[Math.floor(place / PER_NUMBER) as 0 | 1 | 2 | 3 | 4] |= 1 << (place % PER_NUMBER);
  }
  return bits;
}
const NAMES = Object.keys(CLASSES) as WordClass[];

const SETS = new Map<string, ClassSet>();
for (const [name, words] of Object.entries(CLASSES) as [WordClass, string][]) {
  const own = setOf([name]);
  for (const word of words.split(/\s+/)) SETS.set(word, join(SETS.get(word) ?? EMPTY, own));
}

const SITE = setOf(["SERVICE"]);
const SETTING = setOf(["KNOB"]);
const NUMBER = setOf(["NUMBER"]);
const HANDLE = setOf(["PERSON"]);
const NAMED_ERROR = setOf(["ERROR"]);
const DOMAIN = /^[a-z0-9-]{2,60}(?:\.[a-z0-9-]{2,60})?\.[a-z]{2,10}$/;
/** The name of a setting: "max_connections". */
const SNAKE = /^[a-z]+(?:_[a-z0-9]+){1,6}$/;
const VERSION = setOf(["VERSION"]);
const V = 118;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** "customer's", "#incident" and "icinga2" count as the plain word, the name of a site as a service. */
function classesOf(word: string): ClassSet {
  const known = SETS.get(word) ?? MET.get(word);
  if (known) return known;
  if (MET.size > MOST_MET) MET.clear();
  const found = classesByForm(word);
  MET.set(word, found);
  return found;
}
/** Words of no list that were met lately. */
const MET = new Map<string, ClassSet>();
const MOST_MET = 4096;

function classesByForm(word: string): ClassSet {
  const last = word.charCodeAt(word.length - 1);
  if (word.endsWith("'s")) return SETS.get(word.slice(0, -2)) ?? EMPTY;
  if (word.startsWith("#") || word.startsWith("@"))
    return SETS.get(word.slice(1)) ?? (word.startsWith("@") ? HANDLE : EMPTY);
  const plain = isDigit(last) ? SETS.get(word.slice(0, -1)) : undefined;
  if (plain) return plain;
  const first = word.charCodeAt(0);
  if (isDigit(first)) return NUMBER;
  if (first === V && isDigit(word.charCodeAt(1))) return VERSION;
  if (/.(?:error|exception)$/.test(word)) return NAMED_ERROR;
  if (word.includes("_") && SNAKE.test(word)) return SETTING;
  return word.includes(".") && DOMAIN.test(word) ? SITE : EMPTY;
}

/** What the words are, all together. */
export function classesIn(words: readonly Word[]): ClassSet {
  let [a, b, c, d, e] = EMPTY as [number, number, number, number, number];
  for (const { text } of words) {
    const own = classesOf(text);
    a |= own[0];
    b |= own[1];
    c |= own[2];
    d |= own[3];
    e |= own[4];
  }
  return [a, b, c, d, e];
}

/** Whether two sets have a class in common. */
export const meet = (a: ClassSet, b: ClassSet): boolean =>
  ((a[0] & b[0]) | (a[1] & b[1]) | (a[2] & b[2]) | (a[3] & b[3]) | (a[4] & b[4])) !== 0;

/** Whether one of the words is of the class. */
export const hasWord = (words: readonly Word[], name: WordClass): boolean => meet(classesIn(words), setOf([name]));
