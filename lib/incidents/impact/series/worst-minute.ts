import { MINUTE_MS } from "#lib/base/time/spans.ts";
import type { SeriesPoint } from "./series.ts";
import { samplesOf } from "./series-samples.ts";

export interface WorstMinute {
  /** Start of the minute, ISO 8601. */
  at: string;
  share: number;
}

/**
 * Returns the clock minute with the highest share of failures: failed divided by all, or the mean share. Null without
 * data.
 */
export function worstMinute(points: readonly SeriesPoint[]): WorstMinute | null {
  const minutes = new Map<number, { errors: number; total: number; shares: number; count: number }>();
  for (const { fromMs, ratio, errors, total } of samplesOf(points)) {
    const minute = Math.floor(fromMs / MINUTE_MS);
    const sum = minutes.get(minute) ?? { errors: 0, total: 0, shares: 0, count: 0 };
    minutes.set(minute, {
      errors: sum.errors + (errors ?? 0),
      total: sum.total + (errors === null ? 0 : (total ?? 0)),
      shares: sum.shares + ratio,
      count: sum.count + 1,
    });
  }
  let worst: WorstMinute | null = null;
  for (const [minute, { errors, total, shares, count }] of minutes) {
    const share = total > 0 ? Math.min(1, errors / total) : shares / count;
    if (!worst || share > worst.share) worst = { at: new Date(minute * MINUTE_MS).toISOString(), share };
  }
  return worst;
}
