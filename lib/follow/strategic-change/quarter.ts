import { twoDigits } from "#lib/base/time/clock.ts";
import { addDays, type LocalDate } from "#lib/base/time/local-date.ts";

/** A quarter such as "2026-Q4". Quarters sort as text. */
export type Quarter = string;

export const QUARTER_SHAPE = /^(\d{4})-Q([1-4])$/;

function parts(quarter: Quarter): { year: number; number: number } {
  const match = QUARTER_SHAPE.exec(quarter);
  if (!match) throw new RangeError(`${quarter} is not a quarter such as 2026-Q4`);
  return { year: Number(match[1]), number: Number(match[2]) };
}

const firstOf = (year: number, number: number): LocalDate =>
  `${String(year).padStart(4, "0")}-${twoDigits((number - 1) * 3 + 1)}-01`;

/** Returns the quarter of a local date. */
export function quarterOf(date: LocalDate): Quarter {
  return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}

/** Returns the quarter `steps` after another, or before it if negative. */
export function addQuarters(quarter: Quarter, steps: number): Quarter {
  const { year, number } = parts(quarter);
  const index = year * 4 + (number - 1) + steps;
  return `${String(Math.floor(index / 4)).padStart(4, "0")}-Q${(((index % 4) + 4) % 4) + 1}`;
}

/** First and last day, both included. */
export function quarterDays(quarter: Quarter): { first: LocalDate; last: LocalDate } {
  const { year, number } = parts(quarter);
  const next = parts(addQuarters(quarter, 1));
  return { first: firstOf(year, number), last: addDays(firstOf(next.year, next.number), -1) };
}

/** Returns the label, "Q4 2026". */
export function quarterWords(quarter: Quarter): string {
  const { year, number } = parts(quarter);
  return `Q${number} ${year}`;
}
