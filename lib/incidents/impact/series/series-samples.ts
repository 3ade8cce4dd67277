import type { SeriesPoint } from "./series.ts";

/** A known share of failures and its duration, with counts if the series has them. */
export interface Sample {
  fromMs: number;
  toMs: number;
  ratio: number;
  errors: number | null;
  total: number | null;
}

const MOST_STEPS = 3;

/** Failed divided by all, 0 to 1. Null if there was no traffic or the value is missing. */
export function ratioOf({ errors, total, ratio }: SeriesPoint): number | null {
  const share = ratio ?? (errors !== null && total !== null && total > 0 ? errors / total : null);
  return share === null ? null : Math.min(1, Math.max(0, share));
}

/** Each known point lasts until the next one, three usual (median) steps at most, so gaps in the data stay gaps. */
export function samplesOf(points: readonly SeriesPoint[]): Sample[] {
  const instants = points.map((point) => Date.parse(point.at));
  const steps = instants.slice(1).flatMap((ms, at) => (ms > (instants[at] ?? ms) ? [ms - (instants[at] ?? ms)] : []));
  steps.sort((a, b) => a - b);
  const stepMs = steps[Math.floor(steps.length / 2)] ?? 0;
  return points.flatMap((point, at) => {
    const ratio = ratioOf(point);
    const fromMs = instants[at] ?? 0;
    const heldMs = Math.min((instants[at + 1] ?? fromMs + stepMs) - fromMs, MOST_STEPS * stepMs);
    return ratio === null || heldMs <= 0
      ? []
      : [{ fromMs, toMs: fromMs + heldMs, ratio, errors: point.errors, total: point.total }];
  });
}
