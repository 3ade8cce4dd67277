/** Lengths in milliseconds. A day is one in UTC: a local day can be an hour shorter or longer. */
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

const AXIS_STEPS_MS = [
  ...[1, 5, 15, 30].map((seconds) => seconds * 1000),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE_MS),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR_MS),
  ...[1, 2, 7, 14, 30, 90, 365].map((days) => days * DAY_MS),
];

/** Returns the shortest round step between the ticks of a time axis that is at least `leastPx` wide, a year at most. */
export const axisStepMs = (pxOfMs: number, leastPx: number): number =>
  AXIS_STEPS_MS.find((step) => step * pxOfMs >= leastPx) ?? 365 * DAY_MS;
