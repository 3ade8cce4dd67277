import { IMPACT_BASES, type ImpactBasis } from "#lib/base/vocabulary/impact.ts";

/** A stretch of impact on one service, half-open: `toMs` isn't part of it. Null means in progress. */
export interface Window {
  id: string;
  fromMs: number;
  toMs: number | null;
  /** 0 to 1. */
  weight: number;
  basis: ImpactBasis;
}

/** Weights are counted in hundred-thousandths, as they are stored, so sums are exact. */
export const WEIGHT_UNITS = 100_000;
export const unitsOf = (weight: number): number => Math.round(weight * WEIGHT_UNITS);

/** Orders overlapping windows, the one that counts first: higher weight, then better basis, then older id. */
export function compareStrength(a: Window, b: Window): number {
  return (
    unitsOf(b.weight) - unitsOf(a.weight) ||
    IMPACT_BASES.indexOf(a.basis) - IMPACT_BASES.indexOf(b.basis) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}
