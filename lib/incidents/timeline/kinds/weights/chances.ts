import type { Clause } from "#lib/base/clauses/clause.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { type Signs, signsOf } from "./signs.ts";
import table from "./weights.json" with { type: "json" };

/** The output of training. Weights are multiples of `unit`. */
export interface WeightTable {
  unit: number;
  kinds: readonly EventKind[];
  bias: readonly number[];
  /**
   * One line per sign, in order: the letter of how much of it is like the sign before, the rest of it, a tab, and
   * alternately the letter of a kind and the one of its weight.
   */
  signs: string;
}

export interface Chances {
  /** How likely a kind is right, from 0 to 1. */
  of(kind: EventKind): number;
  /** The likeliest kind other than `observation`. */
  best: { kind: EventKind; chance: number };
  /** Returns the kinds with at least this chance, with their chances. */
  from(least: number): Map<EventKind, number>;
  /** The share of its words that occurred in training. */
  known: number;
}

/** One letter per possible kind and weight: those of ASCII that JSON and the table don't write otherwise. */
export const LETTERS = "!#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~";
/** The letter of the weight 0. */
const NOTHING = 46;
const [LEAST_WEIGHT, MOST_WEIGHT] = [-NOTHING, LETTERS.length - NOTHING - 1];
/** Least share of known words. Below it, nothing is known about the text. */
const LEAST_KNOWN = 0.4;
/** Most lines of training have fewer signs. The sums of longer texts claim more than they know. */
const ORDINARY_SIGNS = 60;
const UNKNOWN: Chances = { of: () => 0, best: { kind: "observation", chance: 0 }, from: () => new Map(), known: 0 };

type ChancesOf = (text: string, clauses: readonly Clause[]) => Chances;

/** Returns a function that gives the chance of each kind for a text and its clauses, by a table of weights. */
export function chancesBy(table: WeightTable): ChancesOf {
  const chances = chancesBySigns(table, LEAST_KNOWN);
  return (text, clauses) => chances(signsOf(text, clauses));
}

/** Returns a function that gives the chance of each kind for signs of a text, if enough of its words are known. */
export function chancesBySigns(
  { unit, kinds, bias, signs }: WeightTable,
  leastKnown: number,
): (signs: Signs) => Chances {
  // Read with the first text, as most processes that load this never meet one.
  let known: KnownSigns | null = null;
  const neutral = kinds.indexOf("observation");
  return ({ all, stems }) => {
    known ??= readSigns(signs);
    const { numbers, starts, weights } = known;
    const share = stems.filter((stem) => numbers.has(stem)).length / Math.max(1, stems.length);
    if (stems.length > 0 && share < leastKnown) return UNKNOWN;
    const scores = Float64Array.from(bias);
    for (const sign of all) {
      const number = numbers.get(sign);
      if (number === undefined) continue;
      for (let at = starts[number] ?? 0; at < (starts[number + 1] ?? 0); at += 2) {
        const place = weights[at] ?? 0;
        scores[place] = (scores[place] ?? 0) + (weights[at + 1] ?? 0);
      }
    }
    const scale = unit / Math.max(1, all.size / ORDINARY_SIGNS);
    const chanceAt = (place: number): number =>
      1 / (1 + Math.exp(-(scores[place] ?? Number.NEGATIVE_INFINITY) * scale));
    let most = neutral === 0 ? 1 : 0;
    for (let place = most + 1; place < scores.length; place++)
      if (place !== neutral && (scores[place] ?? 0) > (scores[most] ?? 0)) most = place;
    return {
      known: share,
      of: (kind) => chanceAt(kinds.indexOf(kind)),
      best: { kind: kinds[most] ?? "observation", chance: chanceAt(most) },
      from: (least) =>
        new Map(kinds.map((kind, at) => [kind, chanceAt(at)] as const).filter(([, chance]) => chance >= least)),
    };
  };
}

/** The weights of all signs in one array: an array for each sign would take several times their size. */
interface KnownSigns {
  /** The number of each sign. */
  numbers: ReadonlyMap<string, number>;
  /** Where the weights of a sign start, by its number. They end where those of the next one start. */
  starts: Uint32Array;
  /** Positions of kinds and their weights, alternately. A kind can occur twice. */
  weights: Int16Array;
}

function readSigns(text: string): KnownSigns {
  const lines = text.split("\n");
  const numbers = new Map<string, number>();
  const starts = new Uint32Array(lines.length + 1);
  const weights = new Int16Array(text.length);
  let sign = "";
  let end = 0;
  for (const [number, line] of lines.entries()) {
    const tab = line.indexOf("\t");
    for (let at = tab + 1; at < line.length; at++)
      weights[end++] = placeOf(line.charCodeAt(at)) - ((at - tab) % 2 === 1 ? 0 : NOTHING);
    sign = sign.slice(0, placeOf(line.charCodeAt(0))) + line.slice(1, tab);
    numbers.set(sign, number);
    starts[number + 1] = end;
  }
  return { numbers, starts, weights: weights.slice(0, end) };
}
const placeOf = (code: number): number => places[code] ?? 0;
const places = Uint8Array.from({ length: 128 }, (_, code) => Math.max(0, LETTERS.indexOf(String.fromCharCode(code))));

/** Returns the line of a sign behind another one. */
export function writeSign(sign: string, before: string, weights: string): string {
  let like = 0;
  while (like < LETTERS.length - 1 && like < sign.length && sign[like] === before[like]) like++;
  return `${LETTERS[like]}${sign.slice(like)}\t${weights}`;
}

/** Returns the letters of a kind and its weight. A large weight is written as the sum of several. */
export function writeWeight(kind: number, weight: number): string {
  const part = Math.min(MOST_WEIGHT, Math.max(LEAST_WEIGHT, weight));
  const letters = `${LETTERS[kind]}${LETTERS[part + NOTHING]}`;
  return part === weight ? letters : letters + writeWeight(kind, weight - part);
}

/** Chances learned from texts whose kind people set. */
export const chancesOf = chancesBy(table as WeightTable);
