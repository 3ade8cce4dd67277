const FIRST_MS = Date.parse("0001-01-01T00:00:00Z");
const END_MS = Date.parse("+010000-01-01T00:00:00Z");

/** Years with four digits. Others can't be stored and read back. */
export const YEARS_WORDS = "a year from 1 to 9999";

const [FIRST_PLANNED, LAST_PLANNED] = [1970, 2199];

/** The years of due dates and other days of a plan. Of others no public holidays are known. */
export const PLANNED_YEARS_WORDS = `a year from ${FIRST_PLANNED} to ${LAST_PLANNED}`;

/** Returns whether a year is another one. False for NaN. */
export const isUnplannedYear = (year: number): boolean => year < FIRST_PLANNED || year > LAST_PLANNED;

/** Returns whether a written day or instant lies outside of these years in UTC. False for text that isn't a time. */
export const isFarOff = (written: string): boolean => Date.parse(written) < FIRST_MS || Date.parse(written) >= END_MS;
