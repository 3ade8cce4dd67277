// As many decimals as a person can type: 99.995 isn't 100.
const grouped = new Intl.NumberFormat("en", { maximumFractionDigits: 6 });

/** Returns a figure as it is read, with its unit: "1,400 min". */
export const figureWords = (value: number, unit = ""): string => `${grouped.format(value)} ${unit}`.trim();

const LONG = 100_000;
const compact = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 2 });

/** Returns a figure as short as an axis needs it: "1,400", "1.5M". */
export const tickWords = (value: number): string =>
  Math.abs(value) < LONG ? grouped.format(value) : compact.format(value);

const scores = new Intl.NumberFormat("en", {
  ...{ maximumSignificantDigits: 3, maximumFractionDigits: 0, roundingPriority: "morePrecision" },
});

/** Returns a score as it is read: whole, or with three digits if it is small. */
export const scoreWords = (score: number): string => scores.format(score);
