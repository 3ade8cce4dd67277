/** A date column as the contract has it: 2017-01-31. */
export const toLocalDate = (date: Date | null): string | null =>
  date === null ? null : date.toISOString().slice(0, 10);
/** A contract date as a date column takes it. */
export const fromLocalDate = (date: string): Date => new Date(`${date}T00:00:00.000Z`);
export const fromLocalDateOrNull = (date: string | null): Date | null => (date === null ? null : fromLocalDate(date));
export const toInstantOrNull = (date: Date | null): string | null => (date === null ? null : date.toISOString());
