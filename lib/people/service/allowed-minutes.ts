/** Minutes of full unavailability that a target in percent allows over a number of days. */
export const allowedMinutes = (targetPercent: number, days: number): number =>
  ((100 - targetPercent) / 100) * days * 24 * 60;

/** The same as text: "86 minutes", "4 minutes 19 seconds", "7 hours 12 minutes". */
export function allowedWords(targetPercent: number, days: number): string {
  const seconds = Math.round(allowedMinutes(targetPercent, days) * 60);
  if (seconds < 10 * 60) return join([Math.floor(seconds / 60), "minute"], [seconds % 60, "second"]);
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? count(minutes, "minute") : join([Math.floor(minutes / 60), "hour"], [minutes % 60, "minute"]);
}

type Part = readonly [value: number, unit: string];
const count = (value: number, unit: string) => `${value} ${unit}${value === 1 ? "" : "s"}`;

function join(...parts: Part[]): string {
  const some = parts.filter(([value]) => value > 0);
  return some.length === 0 ? "nothing" : some.map(([value, unit]) => count(value, unit)).join(" ");
}
