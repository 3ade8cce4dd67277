/** Where a weight comes from, best first: measured, estimated, or the default table below. */
export const IMPACT_BASES = ["measured", "estimated", "default"] as const;
export type ImpactBasis = (typeof IMPACT_BASES)[number];

export const IMPACT_BASIS_WORDS: Record<ImpactBasis, string> = {
  measured: "Measured",
  estimated: "Estimated",
  default: "Default",
};

/** How a window was created: typed, or accepted from a proposal. */
export const IMPACT_ORIGINS = ["hand", "milestones", "statuspage", "series"] as const;
export type ImpactOrigin = (typeof IMPACT_ORIGINS)[number];

/** Weight if nothing was measured or estimated: the share of the service that its users lost. */
export const DEFAULT_WEIGHTS = { full: 1, partial: 0.3, degraded: 0 } as const;
export type ImpactLevel = keyof typeof DEFAULT_WEIGHTS;

/** From this share up a window is drawn solid, as unavailable. Below it, it is degraded. */
export const UNAVAILABLE_FROM = 0.5;

export const BUDGET_DAYS = 90;

/**
 * Returns a weight as shown: "0.97", "0.30", "0", "1". A weight below 1 never reads 1, and one above 0 never reads 0.
 */
export function weightWords(weight: number): string {
  if (weight <= 0 || weight >= 1) return String(Math.min(1, Math.max(0, weight)));
  return Math.min(0.99, Math.max(0.01, weight)).toFixed(2);
}
