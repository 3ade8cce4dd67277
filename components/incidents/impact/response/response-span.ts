import type { Response } from "#lib/contract/impact.ts";

type Measure = Response["measures"][number];

export interface ResponseSpan {
  fromMs: number;
  toMs: number;
}

/** From the first to the last end of all measures with some padding. Null while none is known. */
export function spanOfResponse(measures: readonly Measure[]): ResponseSpan | null {
  const ends = measures.flatMap(({ from, to }) =>
    [from.at, to.at].flatMap((at) => (at === null ? [] : [Date.parse(at)])),
  );
  if (ends.length === 0) return null;
  const [first, last] = [Math.min(...ends), Math.max(...ends)];
  const airMs = Math.max(30_000, (last - first) * 0.04);
  return { fromMs: first - airMs, toMs: last + airMs };
}

export const percentAt = ({ fromMs, toMs }: ResponseSpan, at: string): number =>
  Math.round(((Date.parse(at) - fromMs) / (toMs - fromMs)) * 10_000) / 100;

/** Target of a measure as a bar: length of the value, in px of 108 with the target at 64. */
export interface TargetBar {
  withinPx: number;
  overPx: number;
  overSeconds: number;
}

export const TARGET_PX = 64;
const MOST_OVER_PX = 42;

/**
 * Returns the widths of a measure's bar in pixels, within its target and over it. The part over it is cut at a
 * maximum.
 */
export function targetBar(seconds: number, targetSeconds: number): TargetBar {
  const share = seconds / targetSeconds;
  return {
    withinPx: Math.min(1, share) * TARGET_PX,
    overPx: Math.max(0, Math.min(MOST_OVER_PX, (share - 1) * TARGET_PX)),
    overSeconds: Math.max(0, seconds - targetSeconds),
  };
}
