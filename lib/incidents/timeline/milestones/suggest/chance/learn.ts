/** A possible event for a milestone, with its marks, whether it is right, and its weight in training (1 by default). */
export interface Lesson {
  marks: readonly string[];
  isRight: boolean;
  counts?: number | undefined;
}

const ROUNDS = 100;
/** Keeps weights small, because a rare mark proves little. */
const DECAY = 10;
const STEP = 0.5;

/**
 * Returns a weight for each mark by logistic regression with L2 regularisation, in steps that shrink with past
 * gradients (Adagrad). The same lessons give the same weights.
 */
export function learn(lessons: readonly Lesson[]): Map<string, number> {
  const names = [...new Set(lessons.flatMap(({ marks }) => marks))];
  const places = new Map(names.map((name, place) => [name, place]));
  const rows = lessons.map(({ marks }) => marks.flatMap((mark) => places.get(mark) ?? []));
  const weights = new Float64Array(names.length);
  const moved = new Float64Array(names.length).fill(Number.EPSILON);
  for (let round = 0; round < ROUNDS; round += 1) {
    const slope = weights.map((weight) => DECAY * weight);
    for (const [row, places] of rows.entries()) {
      const sum = places.reduce((total, place) => total + (weights[place] ?? 0), 0);
      const { isRight = false, counts = 1 } = lessons[row] ?? {};
      const error = counts * (chanceOf(sum) - (isRight ? 1 : 0));
      for (const place of places) slope[place] = (slope[place] ?? 0) + error;
    }
    for (const [place, down] of slope.entries()) {
      const all = (moved[place] ?? 0) + down * down;
      moved[place] = all;
      weights[place] = (weights[place] ?? 0) - (STEP * down) / Math.sqrt(all);
    }
  }
  return new Map(names.map((name, place) => [name, weights[place] ?? 0]));
}

/** The logistic function: turns a sum of weights into a chance between 0 and 1. */
export const chanceOf = (sum: number): number => 1 / (1 + Math.exp(-sum));
