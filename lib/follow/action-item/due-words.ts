import { type LocalDate, shortDay } from "#lib/base/time/local-date.ts";

interface Dates {
  dueDate: LocalDate | null;
  originalDueDate: LocalDate | null;
}

const dayWords = (day: LocalDate, near: LocalDate) =>
  day.slice(0, 4) === near.slice(0, 4) ? shortDay(day) : `${shortDay(day)} ${day.slice(0, 4)}`;

/** Returns the date before the first move, as "first 3 Dec". Null for a date that is where it was at first. */
export function firstDateWords({ dueDate, originalDueDate }: Dates): string | null {
  if (originalDueDate === null || originalDueDate === dueDate) return null;
  return `first ${dayWords(originalDueDate, dueDate ?? originalDueDate)}`;
}

/** Returns both dates of one that has moved: "12 Dec, first 3 Dec". */
export function movedDateWords(row: Dates): string | null {
  const first = firstDateWords(row);
  return first && `${row.dueDate ? shortDay(row.dueDate) : "no date"}, ${first}`;
}
