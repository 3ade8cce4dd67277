import type { Unit } from "./units.ts";

const CHIP = "\uFFFC";
/** A few letters that are the same by chance aren't a copy, unless they are all of one side. */
const LIKELY = 4;

const wordsOf = (units: readonly Unit[]) =>
  units.map(({ value }) => (typeof value === "string" ? value : CHIP)).join("");

type Common = [atOne: number, atOther: number, length: number];

const MOST_STEPS = 10_000_000;
const MOST_STEPS_OF_PAIR = 2_000_000;
/** A search for a whole text is fast, but takes a while in repetitive texts. */
const SEARCH_STEPS = 64;

/** How much can still be compared for one row of the log, so a very large one delays no one. */
export class Comparing {
  private left = MOST_STEPS;

  /** Returns whether there is room for so much. */
  spend(steps: number): boolean {
    if (steps > this.left) return false;
    this.left -= steps;
    return true;
  }
}

/** Returns the longest text that two texts have in common. For very long ones only if one contains the other. */
function longestCommon(one: string, other: string, comparing: Comparing): Common {
  const best: Common = [0, 0, 0];
  if (!comparing.spend((one.length + other.length) * SEARCH_STEPS)) return best;
  const [inOne, inOther] = [one.indexOf(other), other.indexOf(one)];
  if (inOne >= 0) return [inOne, 0, other.length];
  if (inOther >= 0) return [0, inOther, one.length];
  const steps = one.length * other.length;
  if (steps > MOST_STEPS_OF_PAIR || !comparing.spend(steps)) return best;
  let row = new Uint32Array(other.length + 1);
  let next = new Uint32Array(other.length + 1);
  for (let i = 1; i <= one.length; i++) {
    const code = one.charCodeAt(i - 1);
    for (let j = 1; j <= other.length; j++) {
      const length = other.charCodeAt(j - 1) === code ? (row[j - 1] ?? 0) + 1 : 0;
      next[j] = length;
      if (length > best[2]) best.splice(0, 3, i - length, j - length, length);
    }
    [row, next] = [next, row];
  }
  return best;
}

export type Pair = [gone: Unit, copy: Unit];

/** Pairs deleted letters with their copies, in order. Empty if one isn't a copy of the other. */
export function pairCopies(gone: readonly Unit[], fresh: readonly Unit[], comparing: Comparing): Pair[] {
  const [from, at, length] = longestCommon(wordsOf(gone), wordsOf(fresh), comparing);
  if (length < LIKELY && length < gone.length && length < fresh.length) return [];
  return gone.slice(from, from + length).flatMap((unit, index): Pair[] => {
    const copy = fresh[at + index];
    return copy && JSON.stringify(unit.value) === JSON.stringify(copy.value) ? [[unit, copy]] : [];
  });
}
