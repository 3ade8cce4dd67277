/**
 * Reads a typed target, "99.95" or "99,95%". Null if it isn't a percentage above 0 and up to 100 with at most three
 * decimals.
 */
export function readTarget(text: string): number | null {
  const match = /^\s*(\d{1,3}(?:[.,]\d{1,3})?)\s*%?\s*$/.exec(text);
  const percent = Number(match?.[1]?.replace(",", "."));
  return percent > 0 && percent <= 100 ? percent : null;
}

/** Returns "99.80%": two decimals, or three if the third isn't 0. */
export function targetWords(percent: number): string {
  return `${percent.toFixed(Number.isInteger(Math.round(percent * 1000) / 10) ? 2 : 3)}%`;
}
