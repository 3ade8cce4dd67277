const EPOCH = /^(\d{9,19})(?:\.(\d{1,9}))?$/;
const EARLIEST_MS = Date.UTC(1990, 0, 1);
const LATEST_MS = Date.UTC(2100, 0, 1);

/**
 * Returns the milliseconds of an epoch in s, ms, us or ns, by its size. Null for other text or outside 1990 to 2100.
 */
export function readEpoch(text: string): number | null {
  const match = EPOCH.exec(text.trim());
  if (!match) return null;
  const [, whole = "", decimals = ""] = match;
  const ms = toMs(whole, decimals);
  return ms >= EARLIEST_MS && ms < LATEST_MS ? ms : null;
}

function toMs(whole: string, decimals: string): number {
  if (whole.length <= 11) return Number(whole) * 1000 + Number(decimals.slice(0, 3).padEnd(3, "0"));
  if (whole.length <= 14) return Number(whole);
  // Micro- and nanoseconds are cut off as digits, because a float would round.
  return Number(whole.slice(0, whole.length <= 17 ? -3 : -6));
}
