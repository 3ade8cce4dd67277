import { totalOf, unionOf } from "./union.ts";
import type { Window } from "./window.ts";

export interface AccountInput {
  windows: readonly Window[];
  fromMs: number;
  toMs: number;
  /** Open windows end here, and so does a period that still runs. */
  nowMs: number;
  /** Availability target in percent, three decimals. */
  targetPercent: number;
  /** Announced maintenance counts as up; the denominator stays. */
  maintenance?: readonly { fromMs: number; toMs: number }[];
}

export interface Account {
  windowSeconds: number;
  weightedDownSeconds: number;
  degradedOnlySeconds: number;
  /** null without any time: no data is not 100%. */
  availabilityPercent: number | null;
  budgetSeconds: number;
  budgetRemainingSeconds: number;
  /** null when the target leaves no budget. */
  budgetConsumedPercent: number | null;
  meetsTarget: boolean;
}

/**
 * Availability and error budget of one service over a period, PRACTICE 8: availability = 1 − weighted down / period,
 * budget = (100 − target) % of the period. Half-open, strongest weight at each instant.
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

/** A share in percent, rounded half up: 7.99 reads "8.0"; only what is whole reads "100.0". */
export function sharePercent(percent: number, decimals: number): string {
  const scale = 10 ** decimals;
  const rounded = Math.round(percent * scale + 1e-6) / scale;
  return percent < 100 && rounded >= 100 ? flooredPercent(percent, decimals) : rounded.toFixed(decimals);
}

/** A percentage cut, never rounded: 99.7999 reads "99.799", so a miss is not shown as a hit. */
export function flooredPercent(percent: number, decimals: number): string {
  const scale = 10 ** decimals;
  // 99.8 is 99.79999999999999 in binary at times: a billionth is not a miss.
  return (Math.floor(percent * scale + 1e-6) / scale).toFixed(decimals);
}
