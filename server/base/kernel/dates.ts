import { utcDay } from "#lib/base/time/local-date.ts";

/** Returns a date column as in the contract: 2017-01-31. */
export function toLocalDate<Day extends Date | null>(date: Day): Day extends Date ? string : null;
export function toLocalDate(date: Date | null): string | null {
  return date === null ? null : utcDay(date);
}
/** Returns a contract date for a date column. */
export const fromLocalDate = (date: string): Date => new Date(`${date}T00:00:00.000Z`);
export const fromLocalDateOrNull = (date: string | null): Date | null => (date === null ? null : fromLocalDate(date));
export const toInstantOrNull = (date: Date | null): string | null => (date === null ? null : date.toISOString());
