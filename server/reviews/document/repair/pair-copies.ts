import type { Unit } from "./units.ts";

const CHIP = "\uFFFC";
const MOST_STEPS = 2_000_000;
/** A few letters that are alike by chance are no copy, unless they are all of one side. */
const LIKELY = 4;

const wordsOf = (units: readonly Unit[]) =>
  units.map(({ value }) => (typeof value === "string" ? value : CHIP)).join("");

type Common = [atOne: number, atOther: number, length: number];

/** The longest words that two texts have in common; for very long ones only where the one holds the other. */
function longestCommon(one: string, other: string): Common {
  const [inOne, inOther] = [one.indexOf(other), other.indexOf(one)];
  if (inOne >= 0) return [inOne, 0, other.length];
  if (inOther >= 0) return [0, inOther, one.length];
  let best: Common = [0, 0, 0];
  if (one.length * other.length > MOST_STEPS) return best;
  let row = new Uint32Array(other.length + 1);
  for (let i = 1; i <= one.length; i++) {
    const next = new Uint32Array(other.length + 1);
    for (let j = 1; j <= other.length; j++) {
      if (one[i - 1] !== other[j - 1]) continue;
      const length = (row[j - 1] ?? 0) + 1;
      next[j] = length;
      if (length > best[2]) best = [i - length, j - length, length];
    }
    row = next;
  }
  return best;
}

export type Pair = [gone: Unit, copy: Unit];

/** Pairs letters that went with their copies, in order; none where the one is no copy of the other. */
export function pairCopies(gone: readonly Unit[], fresh: readonly Unit[]): Pair[] {
  const [from, at, length] = longestCommon(wordsOf(gone), wordsOf(fresh));
  if (length < LIKELY && length < gone.length && length < fresh.length) return [];
  return gone.slice(from, from + length).flatMap((unit, index): Pair[] => {
    const copy = fresh[at + index];
    return copy && JSON.stringify(unit.value) === JSON.stringify(copy.value) ? [[unit, copy]] : [];
  });
}
