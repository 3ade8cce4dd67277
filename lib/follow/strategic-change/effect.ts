import { DAY_MS } from "#lib/base/time/spans.ts";
import type { EffectVerdict } from "#lib/base/vocabulary/strategic-change.ts";

/** The longest time that is compared before and after a change, in days. */
export const MOST_DAYS = 365;
/** Days after the delivery before anything is concluded. */
export const LEAST_DAYS = 30;

export interface Span {
  from: string;
  to: string;
}

/** Returns two equal spans: the one since the delivery, and the one before work started. The time of the work is left out. */
export function effectSpans(
  startedAt: string,
  deliveredAt: string,
  now: string,
): { before: Span; after: Span; days: number } {
  const delivered = Date.parse(deliveredAt);
  const lengthMs = Math.max(0, Math.min(Date.parse(now) - delivered, MOST_DAYS * DAY_MS));
  const iso = (ms: number) => new Date(ms).toISOString();
  const started = Date.parse(startedAt);
  return {
    before: { from: iso(started - lengthMs), to: iso(started) },
    after: { from: iso(delivered), to: iso(delivered + lengthMs) },
    days: Math.floor(lengthMs / DAY_MS),
  };
}

const TAIL = 0.05;

/**
 * Returns the counts that the same pace as before would give nine times in ten: the 5th and 95th percentile of a
 * Poisson distribution with that mean.
 */
export function chanceBand(before: number): { low: number; high: number } {
  let term = Math.exp(-before);
  let sum = term;
  let count = 0;
  const next = () => {
    count++;
    term *= before / count;
    sum += term;
  };
  while (sum < TAIL) next();
  const low = count;
  while (sum < 1 - TAIL) next();
  return { low, high: count };
}

/** Returns what the counts say. Too early within 30 days, and for a count that chance explains. */
export function effectVerdict(before: number, after: number, days: number): EffectVerdict {
  const { low, high } = chanceBand(before);
  if (days < LEAST_DAYS || (after >= low && after <= high)) return "too_early";
  return after < low ? "fewer" : "more";
}
