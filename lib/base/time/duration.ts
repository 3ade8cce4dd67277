const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const HOURS_READ_WELL_UNTIL = 48 * HOUR;

const two = (major: number, majorUnit: string, minor: number, minorUnit: string) =>
  minor === 0 ? `${major} ${majorUnit}` : `${major} ${majorUnit} ${minor} ${minorUnit}`;

/** Returns seconds as text: "45 s", "4 m 10 s", "18 h 30 m", "3 d 4 h". A smaller unit of 0 is left out. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < MINUTE) return `${whole} s`;
  if (whole < HOUR) return two(Math.floor(whole / MINUTE), "m", whole % MINUTE, "s");
  if (whole < HOURS_READ_WELL_UNTIL) {
    const minutes = Math.round(whole / MINUTE);
    return two(Math.floor(minutes / 60), "h", minutes % 60, "m");
  }
  const hours = Math.round(whole / HOUR);
  return two(Math.floor((hours * HOUR) / DAY), "d", hours % 24, "h");
}

/** Returns weighted seconds of impact as minutes: "33.9 min", "1,110.0 min", "0 min". They add up, as durations don't. */
export const formatWeighted = (seconds: number): string =>
  `${seconds === 0 ? "0" : (seconds / 60).toLocaleString("en", { minimumFractionDigits: 1, maximumFractionDigits: 1 })} min`;

/** Returns weighted minutes as a whole number: "1,110 min". For totals that no one adds up. */
export const formatMinutes = (minutes: number): string => `${Math.round(minutes).toLocaleString("en")} min`;

interface Measured {
  seconds: number | null;
  /** Set instead if the end came before the start, as a detection can. */
  leadSeconds?: number | null;
  approximate: boolean;
}

/** Returns whether a metric has a value to show. */
export const isMeasured = ({ seconds, leadSeconds = null }: Omit<Measured, "approximate">): boolean =>
  seconds !== null || leadSeconds !== null;

/** Returns a metric's value as shown on screen: "~" before an approximate one, "unknown" for a missing one. */
export function formatMetric({ seconds, leadSeconds = null, approximate }: Measured): string {
  const value = seconds ?? leadSeconds;
  if (value === null) return "unknown";
  return approximate ? `~${formatDuration(value)}` : formatDuration(value);
}
