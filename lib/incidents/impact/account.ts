import { totalOf, unionOf } from "./union.ts";
import type { Window } from "./window.ts";

export interface AccountInput {
  windows: readonly Window[];
  fromMs: number;
  toMs: number;
  /** Open windows end here, and so does a period in progress. */
  nowMs: number;
  /** Availability target in percent, with up to three decimals. */
  targetPercent: number;
  /** Announced maintenance counts as available. The period stays the same. */
  maintenance?: readonly { fromMs: number; toMs: number }[];
}

export interface Account {
  windowSeconds: number;
  weightedDownSeconds: number;
  degradedOnlySeconds: number;
  /** Null for an empty period: no data isn't 100%. */
  availabilityPercent: number | null;
  budgetSeconds: number;
  budgetRemainingSeconds: number;
  /** Null if the target leaves no budget. */
  budgetConsumedPercent: number | null;
  meetsTarget: boolean;
}

/**
 * Returns availability and error budget of one service over a period: availability = 1 − weighted down / period, budget
 * = (100 − target) % of the period. Windows are half-open, and the strongest weight counts at each instant.
 */
export function accountService(input: AccountInput): Account {
  const { windows, fromMs, nowMs, targetPercent, maintenance = [] } = input;
  const toMs = Math.min(input.toMs, nowMs);
  const clip = { fromMs, toMs };
  const counted = totalOf(unionOf(windows, { nowMs, clip }));
  const excused = maintenance.map((span) =>
    totalOf(
      unionOf(windows, { nowMs, clip: { fromMs: Math.max(fromMs, span.fromMs), toMs: Math.min(toMs, span.toMs) } }),
    ),
  );
  const windowSeconds = Math.max(0, toMs - fromMs) / 1000;
  const weightedDownSeconds = excused.reduce((sum, one) => sum - one.weightedSeconds, counted.weightedSeconds);
  const degradedOnlySeconds = excused.reduce((sum, one) => sum - one.degradedOnlySeconds, counted.degradedOnlySeconds);
  const allowedThousandths = 100_000 - Math.round(targetPercent * 1000);
  const budgetSeconds = (windowSeconds * allowedThousandths) / 100_000;
  return {
    windowSeconds,
    weightedDownSeconds,
    degradedOnlySeconds,
    availabilityPercent: windowSeconds > 0 ? (1 - weightedDownSeconds / windowSeconds) * 100 : null,
    budgetSeconds,
    budgetRemainingSeconds: budgetSeconds - weightedDownSeconds,
    budgetConsumedPercent: budgetSeconds > 0 ? (weightedDownSeconds / budgetSeconds) * 100 : null,
    meetsTarget: weightedDownSeconds * 100_000 <= windowSeconds * allowedThousandths + 1e-6,
  };
}

/** Returns a share as a percentage, rounded half up: 7.99 reads "8.0". Only exactly 100 reads "100.0". */
export function sharePercent(percent: number, decimals: number): string {
  const scale = 10 ** decimals;
  const rounded = Math.round(percent * scale + 1e-6) / scale;
  return percent < 100 && rounded >= 100 ? flooredPercent(percent, decimals) : rounded.toFixed(decimals);
}

/** Returns a percentage cut off, never rounded: 99.7999 reads "99.799", so a missed target never looks met. */
export function flooredPercent(percent: number, decimals: number): string {
  const scale = 10 ** decimals;
  // 99.8 can be 99.79999999999999 in binary. A billionth isn't a miss.
  return (Math.floor(percent * scale + 1e-6) / scale).toFixed(decimals);
}
