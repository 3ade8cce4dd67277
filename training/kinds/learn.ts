import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";

/** A line with its signs and all kinds that are right for it. */
export interface Lesson {
  signs: readonly string[];
  kinds: readonly EventKind[];
}

/** The weight of each kind, for each sign and for the bias. */
export interface Weights {
  kinds: readonly EventKind[];
  bias: Float64Array;
  signs: ReadonlyMap<string, Float64Array>;
}

/** How thoroughly lines are learned. */
export interface Pace {
  rounds: number;
  /** Rarer signs only teach the names in a line or two. */
  leastSeen: number;
  l2: number;
}

const USUAL: Pace = { rounds: 8, leastSeen: 3, l2: 2 };
/** Named as in the paper. */
const [ALPHA, BETA] = [0.1, 1];
/** A kind that is very unlikely, as most are, is not updated. */
const LEAST_PULL = 1e-3;

/**
 * Logistic regression of each kind separately (is it right for this line?) by FTRL-Proximal, line by line. The lines
 * are shuffled the same way each time, so the same lessons give exactly the same weights. H. B. McMahan et al., Ad
 * Click Prediction: a View from the Trenches, KDD 2013, algorithm 1, without its λ1: small weights are left out when
 * they are stored.
 */
export function learn(
  lessons: readonly Lesson[],
  kinds: readonly EventKind[],
  { rounds, leastSeen, l2 }: Pace = USUAL,
): Weights {
  const width = kinds.length;
  const counts = new Map<string, number>();
  for (const { signs } of lessons) for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  const names = [...counts].flatMap(([sign, count]) => (count >= leastSeen ? [sign] : []));
  const places = new Map(names.map((name, place) => [name, place + 1]));
  const rows = lessons.map(({ signs, kinds: right }) => ({
    places: [0, ...signs.flatMap((sign) => places.get(sign) ?? [])],
    right: kinds.map((kind) => (right.includes(kind) ? 1 : 0)),
  }));
  const table = new Table((names.length + 1) * width, width, l2);
  const pulls = new Float64Array(width);
  const mixed = mixer();
  for (let round = 0; round < rounds; round++) {
    for (const { places: at, right } of mixed(rows)) {
      pulls.fill(0);
      for (const place of at) table.addTo(pulls, place);
      for (let kind = 0; kind < width; kind++)
        pulls[kind] = 1 / (1 + Math.exp(-(pulls[kind] ?? 0))) - (right[kind] ?? 0);
      for (const place of at) table.learn(pulls, place);
    }
    if (round >= rounds / 2) table.keep();
  }
  return { kinds, bias: table.row(0), signs: new Map(names.map((name, place) => [name, table.row(place + 1)])) };
}

/** The weights, one row per sign, with the sums that their steps need: of the gradients and of their squares. */
class Table {
  readonly #weights: Float64Array;
  readonly #sums: Float64Array;
  readonly #squares: Float64Array;
  readonly #kept: Float64Array;
  #times = 0;
  readonly #width: number;
  readonly #l2: number;

  constructor(size: number, width: number, l2: number) {
    [this.#weights, this.#sums, this.#squares, this.#kept] = [
      new Float64Array(size),
      new Float64Array(size),
      new Float64Array(size),
      new Float64Array(size),
    ];
    this.#width = width;
    this.#l2 = l2;
  }

  /** Adds the weights of now to those whose mean is returned. The order of the lines matters less to a mean. */
  keep(): void {
    this.#times++;
    for (const [place, weight] of this.#weights.entries()) this.#kept[place] = (this.#kept[place] ?? 0) + weight;
  }

  row(place: number): Float64Array {
    return this.#kept.slice(place * this.#width, (place + 1) * this.#width).map((sum) => sum / this.#times);
  }

  addTo(scores: Float64Array, place: number): void {
    const from = place * this.#width;
    for (let kind = 0; kind < this.#width; kind++)
      scores[kind] = (scores[kind] ?? 0) + (this.#weights[from + kind] ?? 0);
  }

  learn(pulls: Float64Array, place: number): void {
    for (let kind = 0; kind < this.#width; kind++) {
      const pull = pulls[kind] ?? 0;
      if (Math.abs(pull) >= LEAST_PULL) this.#step(place * this.#width + kind, pull, place === 0 ? 0 : this.#l2);
    }
  }

  #step(at: number, pull: number, l2: number): void {
    const before = this.#squares[at] ?? 0;
    const squares = before + pull * pull;
    const slowing = (Math.sqrt(squares) - Math.sqrt(before)) / ALPHA;
    const sum = (this.#sums[at] ?? 0) + pull - slowing * (this.#weights[at] ?? 0);
    this.#sums[at] = sum;
    this.#squares[at] = squares;
    this.#weights[at] = -sum / ((BETA + Math.sqrt(squares)) / ALPHA + l2);
  }
}

/**
 * Shuffles lists (Fisher and Yates) with a seeded random generator. Each call continues the sequence of the one before.
 */
function mixer(): <Item>(items: readonly Item[]) => Item[] {
  let state = 12345;
  const below = (most: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
  return (items) => {
    const mixed = [...items];
    for (let last = mixed.length - 1; last > 0; last--) {
      const other = below(last + 1);
      [mixed[last], mixed[other]] = [mixed[other], mixed[last]] as [(typeof mixed)[0], (typeof mixed)[0]];
    }
    return mixed;
  };
}
