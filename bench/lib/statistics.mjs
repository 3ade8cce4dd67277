export const round = (number, digits = 2) => Math.round(number * 10 ** digits) / 10 ** digits;

export const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** The smallest number that at least `share` (0 to 1) of the numbers do not exceed. Throws if there are no numbers. */
export function percentile(numbers, share) {
  if (numbers.length === 0) throw new Error("Nothing was measured");
  const sorted = Float64Array.from(numbers).sort();
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}

export const p95 = (numbers) => percentile(numbers, 0.95);

/** The median: the middle number, or the mean of the two in the middle. */
export function median(numbers) {
  if (numbers.length === 0) throw new Error("Nothing was measured");
  const sorted = Float64Array.from(numbers).sort();
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
