import type { Sample } from "./series-samples.ts";

/** Two neighbouring windows differ by at least this share. A smaller difference is the same level. */
export const LEAST_STEP = 0.2;

interface Sums {
  heldMs: number[];
  /** Share multiplied by time. */
  lost: number[];
}

/** Prefix sums, so the mean of any stretch takes one subtraction. */
function sumsOf(run: readonly Sample[]): Sums {
  const sums: Sums = { heldMs: [0], lost: [0] };
  for (const { fromMs, toMs, ratio } of run) {
    sums.heldMs.push((sums.heldMs.at(-1) ?? 0) + toMs - fromMs);
    sums.lost.push((sums.lost.at(-1) ?? 0) + ratio * (toMs - fromMs));
  }
  return sums;
}

const between = (list: readonly number[], from: number, to: number) => (list[to] ?? 0) - (list[from] ?? 0);

function meanOf(sums: Sums, from: number, to: number): number {
  const heldMs = between(sums.heldMs, from, to);
  return heldMs > 0 ? between(sums.lost, from, to) / heldMs : 0;
}

/**
 * Divides a run of samples where its level changes. It cuts where this explains most of the variance over time (at the
 * first of equal places), if both sides last `leastMs` and their means are 0.2 or more apart, and then divides each
 * side again. At the end, neighbours closer than that are joined, the closest first.
 */
export function splitByLevel(run: readonly Sample[], leastMs: number): Sample[][] {
  const sums = sumsOf(run);
  const cuts: number[] = [];
  const open: [number, number][] = [[0, run.length]];
  for (let piece = open.pop(); piece; piece = open.pop()) {
    const cut = bestCut(run, sums, piece, leastMs);
    if (cut === null) continue;
    cuts.push(cut);
    open.push([piece[0], cut], [cut, piece[1]]);
  }
  const bounds = joinClose(sums, [0, ...cuts.sort((a, b) => a - b), run.length]);
  return bounds.slice(1).map((to, at) => run.slice(bounds[at] ?? 0, to));
}

function bestCut(run: readonly Sample[], sums: Sums, [from, to]: [number, number], leastMs: number): number | null {
  let best: number | null = null;
  let bestGain = 0;
  const startMs = run[from]?.fromMs ?? 0;
  const endMs = run[to - 1]?.toMs ?? 0;
  for (let cut = from + 1; cut < to; cut += 1) {
    const atMs = run[cut]?.fromMs ?? 0;
    if (atMs - startMs < leastMs || endMs - atMs < leastMs) continue;
    const step = Math.abs(meanOf(sums, from, cut) - meanOf(sums, cut, to));
    if (step < LEAST_STEP) continue;
    const left = between(sums.heldMs, from, cut);
    const right = between(sums.heldMs, cut, to);
    const gain = ((left * right) / (left + right)) * step * step;
    // A gain that differs only in the last bits is the same, so the first cut is kept.
    if (gain <= bestGain * (1 + 1e-12)) continue;
    best = cut;
    bestGain = gain;
  }
  return best;
}

function joinClose(sums: Sums, bounds: number[]): number[] {
  const rest = [...bounds];
  for (;;) {
    let closest = -1;
    let least = LEAST_STEP;
    for (let at = 1; at < rest.length - 1; at += 1) {
      const [from, cut, to] = [rest[at - 1] ?? 0, rest[at] ?? 0, rest[at + 1] ?? 0];
      const step = Math.abs(meanOf(sums, from, cut) - meanOf(sums, cut, to));
      if (step < least) [closest, least] = [at, step];
    }
    if (closest < 0) return rest;
    rest.splice(closest, 1);
  }
}
