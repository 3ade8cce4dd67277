import { compareStrength, unitsOf, WEIGHT_UNITS, type Window } from "./window.ts";

/** A part of the union in which the same window counts. */
export interface Stretch {
  fromMs: number;
  toMs: number;
  weight: number;
  windowId: string;
}

export interface UnionFrame {
  /** Open windows end here. */
  nowMs: number;
  /** Only time between these instants counts. */
  clip?: { fromMs: number; toMs: number };
}

/**
 * Returns the union of one service's windows: the strongest counts at each instant, never a sum. Stretches are in order
 * of time. The order of `windows` doesn't matter, and windows of no length add nothing.
 */
export function unionOf(windows: readonly Window[], { nowMs, clip }: UnionFrame): Stretch[] {
  const placed = windows.flatMap((window) => {
    const fromMs = Math.max(window.fromMs, clip?.fromMs ?? Number.NEGATIVE_INFINITY);
    const toMs = Math.min(window.toMs ?? nowMs, clip?.toMs ?? Number.POSITIVE_INFINITY);
    return toMs > fromMs ? [{ window, fromMs, toMs }] : [];
  });
  const cuts = [...new Set(placed.flatMap(({ fromMs, toMs }) => [fromMs, toMs]))].sort((a, b) => a - b);
  placed.sort((a, b) => compareStrength(a.window, b.window));
  const stretches: Stretch[] = [];
  for (const [at, fromMs] of cuts.entries()) {
    const toMs = cuts[at + 1];
    const strongest = placed.find((one) => one.fromMs <= fromMs && one.toMs > fromMs);
    if (toMs === undefined || !strongest) continue;
    const { id, weight } = strongest.window;
    const last = stretches.at(-1);
    if (last && last.windowId === id && last.toMs === fromMs) last.toMs = toMs;
    else stretches.push({ fromMs, toMs, weight, windowId: id });
  }
  return stretches;
}

export interface Total {
  /** Weight multiplied by time. */
  weightedSeconds: number;
  /** Time with any impact, including weight 0. */
  impactSeconds: number;
  /** Time with weight 0 only: available but degraded. */
  degradedOnlySeconds: number;
}

/** Returns the totals of a union in seconds, exact to a hundred-thousandth of a millisecond. */
export function totalOf(stretches: readonly Stretch[]): Total {
  let units = 0;
  let impactMs = 0;
  let degradedMs = 0;
  for (const { fromMs, toMs, weight } of stretches) {
    units += unitsOf(weight) * (toMs - fromMs);
    impactMs += toMs - fromMs;
    if (unitsOf(weight) === 0) degradedMs += toMs - fromMs;
  }
  return {
    weightedSeconds: units / WEIGHT_UNITS / 1000,
    impactSeconds: impactMs / 1000,
    degradedOnlySeconds: degradedMs / 1000,
  };
}

export interface Share {
  weightedSeconds: number;
  /** True if stronger windows count during all of it. */
  covered: boolean;
  /** The windows that count instead, in order of time. */
  coveredBy: string[];
}

/**
 * Returns the contribution of each window to the union, by id. They add up to the total. A window of no length isn't
 * covered.
 */
export function sharesOf(windows: readonly Window[], frame: UnionFrame): Map<string, Share> {
  const stretches = unionOf(windows, frame);
  return new Map(
    windows.map(({ id, fromMs, toMs }) => {
      const own = stretches.filter((stretch) => stretch.windowId === id);
      const end = toMs ?? frame.nowMs;
      const within = stretches.filter((stretch) => stretch.fromMs < end && stretch.toMs > fromMs);
      const others = [...new Set(within.map((stretch) => stretch.windowId))].filter((other) => other !== id);
      const { weightedSeconds } = totalOf(own);
      return [id, { weightedSeconds, covered: own.length === 0 && others.length > 0, coveredBy: others }];
    }),
  );
}
