import type { Sample } from "./series-samples.ts";

/**
 * Returns the share of failures within a span: failed divided by all if every sample is counted, otherwise the mean
 * weighted by time. A sample at the edge counts with its part inside. Null if less than half of the span has data.
 */
export function measureSpan(samples: readonly Sample[], fromMs: number, toMs: number): number | null {
  let heldMs = 0;
  let lostMs = 0;
  let errors = 0;
  let total = 0;
  let isCounted = true;
  for (const sample of samples) {
    const insideMs = Math.min(sample.toMs, toMs) - Math.max(sample.fromMs, fromMs);
    if (insideMs <= 0) continue;
    const part = insideMs / (sample.toMs - sample.fromMs);
    heldMs += insideMs;
    lostMs += sample.ratio * insideMs;
    errors += (sample.errors ?? 0) * part;
    total += (sample.total ?? 0) * part;
    if (sample.errors === null || sample.total === null) isCounted = false;
  }
  if (heldMs <= 0 || heldMs * 2 < toMs - fromMs) return null;
  const share = isCounted && total > 0 ? errors / total : lostMs / heldMs;
  return Math.round(Math.min(1, Math.max(0, share)) * 100_000) / 100_000;
}
