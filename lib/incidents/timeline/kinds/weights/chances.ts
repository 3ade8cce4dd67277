import type { Clause } from "#lib/base/clauses/clause.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { signsOf } from "./signs.ts";
import table from "./weights.json" with { type: "json" };

/** The output of training. Weights are multiples of `unit`. */
export interface WeightTable {
  unit: number;
  kinds: readonly EventKind[];
  bias: readonly number[];
  /** One line per sign: the sign, a tab, and alternately the letter of a kind and its weight: "alert\tB12C-3". */
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

/** One letter per possible kind. Digits and minus are excluded. */
export const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&*+/:;<=>?@";
/** Least share of known words. Below it, nothing is known about the text. */
const LEAST_KNOWN = 0.4;
/** Most lines of training have fewer signs. The sums of longer texts claim more than they know. */
const ORDINARY_SIGNS = 60;
const UNKNOWN: Chances = { of: () => 0, best: { kind: "observation", chance: 0 }, from: () => new Map(), known: 0 };

type ChancesOf = (text: string, clauses: readonly Clause[]) => Chances;

/** Returns a function that gives the chance of each kind for a text and its clauses, by a table of weights. */
export function chancesBy({ unit, kinds, bias, signs }: WeightTable): ChancesOf {
  const known = new Map(signs.split("\n").map(readSign));
  const neutral = kinds.indexOf("observation");
  return (text, clauses) => {
    const { all, stems } = signsOf(text, clauses);
    const share = stems.filter((stem) => known.has(stem)).length / Math.max(1, stems.length);
    if (stems.length > 0 && share < LEAST_KNOWN) return UNKNOWN;
    const scores = Float64Array.from(bias);
    for (const sign of all) {
      const weights = known.get(sign);
      if (!weights) continue;
      for (let at = 0; at < weights.length; at += 2) {
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

/** Returns positions of kinds and their weights, alternately. */
function readSign(line: string): [sign: string, weights: Int16Array] {
  const [sign = "", weights = ""] = line.split("\t");
  const parts = weights.match(/-?\d+|./g) ?? [];
  return [sign, Int16Array.from(parts, (part, at) => (at % 2 === 0 ? LETTERS.indexOf(part) : Number(part)))];
}

/** Chances learned from texts whose kind people set. */
export const chancesOf = chancesBy(table as WeightTable);
