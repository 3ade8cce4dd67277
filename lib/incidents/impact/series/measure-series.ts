import type { SeriesPoint } from "./series.ts";
import { type Sample, samplesOf } from "./series-samples.ts";
import { splitByLevel } from "./split-by-level.ts";

export interface SeriesRule {
  /** Impact is above this share of failures, in percent. */
  thresholdPercent: number;
  /** Shorter stretches above the threshold, and shorter dips below it, don't count. */
  atLeastSeconds: number;
}

export const DEFAULT_SERIES_RULE: SeriesRule = { thresholdPercent: 5, atLeastSeconds: 60 };

/** A stretch of impact found in a series. Counts are null for a series of shares. */
export interface MeasuredWindow {
  from: string;
  to: string;
  /** Failed divided by all in that time, or the mean share weighted by time. 0 to 1, five decimals. */
  weight: number;
  errors: number | null;
  total: number | null;
}

/**
 * Returns the impact windows of a series, deterministically. Each sample lasts until the next, three usual steps at
 * most. A run is above the threshold: a dip shorter than `atLeastSeconds` doesn't end it, and a shorter run is dropped.
 * A run is divided where its level changes (see splitByLevel). Weight = errors / total, otherwise the mean over time.
 */
export function measureSeries(points: readonly SeriesPoint[], rule: SeriesRule): MeasuredWindow[] {
  const leastMs = rule.atLeastSeconds * 1000;
  return runsAbove(samplesOf(points), rule.thresholdPercent / 100, leastMs).flatMap((run) =>
    splitByLevel(run, leastMs).map(windowOf),
  );
}

function runsAbove(samples: readonly Sample[], threshold: number, leastMs: number): Sample[][] {
  const runs: Sample[][] = [];
  let dip: Sample[] = [];
  for (const sample of samples) {
    const run = runs.at(-1);
    if (sample.ratio <= threshold) {
      dip.push(sample);
      continue;
    }
    const lastAbove = run?.at(-1);
    if (run && lastAbove && sample.fromMs - lastAbove.toMs < Math.max(1, leastMs)) run.push(...dip, sample);
    else runs.push([sample]);
    dip = [];
  }
  return runs.filter((run) => lengthOf(run) >= leastMs);
}

const lengthOf = (run: readonly Sample[]) => (run.at(-1)?.toMs ?? 0) - (run[0]?.fromMs ?? 0);

function windowOf(run: readonly Sample[]): MeasuredWindow {
  const counted = run.every((sample) => sample.errors !== null && sample.total !== null);
  const sum = (value: (sample: Sample) => number) => run.reduce((total, sample) => total + value(sample), 0);
  const errors = counted ? sum((sample) => sample.errors ?? 0) : null;
  const total = counted ? sum((sample) => sample.total ?? 0) : null;
  const heldMs = sum((sample) => sample.toMs - sample.fromMs);
  const mean = heldMs > 0 ? sum((sample) => sample.ratio * (sample.toMs - sample.fromMs)) / heldMs : 0;
  const share = errors !== null && total !== null && total > 0 ? errors / total : mean;
  return {
    from: new Date(run[0]?.fromMs ?? 0).toISOString(),
    to: new Date(run.at(-1)?.toMs ?? 0).toISOString(),
    weight: Math.round(Math.min(1, Math.max(0, share)) * 100_000) / 100_000,
    errors,
    total,
  };
}
