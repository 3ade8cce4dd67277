const FIRST_MS = Date.parse("0001-01-01T00:00:00Z");
const END_MS = Date.parse("+010000-01-01T00:00:00Z");

/** Years with four digits. Others can't be stored and read back. */
export const YEARS_WORDS = "a year from 1 to 9999";

/** Returns whether a written day or instant lies outside of these years in UTC. False for text that isn't a time. */
export const isFarOff = (written: string): boolean => Date.parse(written) < FIRST_MS || Date.parse(written) >= END_MS;
