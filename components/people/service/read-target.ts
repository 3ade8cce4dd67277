/**
 * A target as someone types it, "99.95" or "99,95%"; null when it isn't a percentage over 0 up to 100 with three
 * decimals.
 */
export function readTarget(text: string): number | null {
  const match = /^\s*(\d{1,3}(?:[.,]\d{1,3})?)\s*%?\s*$/.exec(text);
  const percent = Number(match?.[1]?.replace(",", "."));
  return percent > 0 && percent <= 100 ? percent : null;
}

/** "99.80%": two decimals, a third where it says something. */
export function targetWords(percent: number): string {
  return `${percent.toFixed(Number.isInteger(Math.round(percent * 1000) / 10) ? 2 : 3)}%`;
}
