const FIRST_MS = Date.parse("0001-01-01T00:00:00Z");
const END_MS = Date.parse("+010000-01-01T00:00:00Z");

/** Years that are written with four digits; no other can be stored and read back. */
export const YEARS_WORDS = "a year from 1 to 9999";

/** Whether a written day or instant lies outside of them in UTC. What isn't a time at all is not far off. */
export const isFarOff = (written: string): boolean => Date.parse(written) < FIRST_MS || Date.parse(written) >= END_MS;
