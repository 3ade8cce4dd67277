import { addMonths, daysBetween, type LocalDate } from "#lib/base/time/local-date.ts";

export interface MeasuredPoint {
  on: LocalDate;
  value: number;
}

interface Measure {
  metric: string;
  unit: string;
}

type Value = MeasuredPoint & Measure;

interface Measured {
  measure: Measure | null;
  /** The value that was measured when the effect was checked. */
  measured: Value | null;
  /** The newest first. */
  updates: readonly { at: string; measured: Omit<Value, "on"> | null }[];
}

/**
 * Returns what was measured, the oldest first: what is of the measure as it is defined now, and the values of another
 * metric or unit, which aren't comparable.
 */
export function measuredValues(
  { measure, measured, updates }: Measured,
  dayOf: (instant: string) => LocalDate,
): { points: Value[]; others: Value[] } {
  const told = updates.flatMap(({ at, measured: one }) => (one ? { ...one, on: dayOf(at) } : [])).reverse();
  const all = [...told, ...(measured ? [measured] : [])].sort((one, other) =>
    one.on < other.on ? -1 : Number(one.on > other.on),
  );
  const isComparable = ({ metric, unit }: Value) => metric === measure?.metric && unit === measure.unit;
  return { points: all.filter(isComparable), others: all.filter((one) => !isComparable(one)) };
}

/** From this ratio of the largest to the smallest value, a linear axis shows the small ones as nothing. */
const LOG_RATIO = 20;
const MOST_TICKS = 5;

export interface ValueAxis {
  ticks: number[];
  /** Where a value is, from the bottom (0) to the top (1). */
  place: (value: number) => number;
}

/** Returns an axis that has room for all values, with round numbers on it. Logarithmic for values far apart. */
export function valueAxis(values: readonly number[]): ValueAxis {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return low > 0 && high / low >= LOG_RATIO ? logAxis(low, high) : linearAxis(low, high);
}

/** Values closer to each other, for their size, are one value. Smaller ones are 0. */
const [LEAST_RATIO, LEAST] = [1e-9, 1e-12];

function linearAxis(low: number, high: number): ValueAxis {
  const size = Math.max(Math.abs(low), Math.abs(high));
  const own = size < LEAST ? 1 : size;
  const span = high - low > own * LEAST_RATIO ? high - low : own;
  const step = roundStep(span / (MOST_TICKS - 1));
  const [from, to] = [Math.floor(low / step), Math.ceil(high / step)];
  const end = Math.max(to, from + 1);
  const ticks = Array.from({ length: end - from + 1 }, (_, at) => tidy((from + at) * step));
  return { ticks, place: (value) => (value / step - from) / (end - from) };
}

function logAxis(low: number, high: number): ValueAxis {
  const [from, to] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
  const every = Math.ceil((to - from) / (MOST_TICKS - 1));
  const ticks = Array.from({ length: Math.floor((to - from) / every) + 1 }, (_, at) => tidy(10 ** (from + at * every)));
  return { ticks, place: (value) => (Math.log10(value) - from) / (to - from) };
}

/** Returns the smallest of 1, 2 and 5 times a power of ten that isn't below a length. */
function roundStep(length: number): number {
  const power = 10 ** Math.floor(Math.log10(length));
  return ([1, 2, 5].find((one) => one * power >= length) ?? 10) * power;
}

/** Without the remainder of binary fractions: 0.3 instead of 0.30000000000000004. */
const tidy = (value: number) => Number(value.toPrecision(12));

export interface DayAxis {
  /** The first days of months, each with its place. */
  months: { day: LocalDate; at: number }[];
  /** Where a day is, from the left (0) to the right (1). */
  place: (day: LocalDate) => number;
}

/** Returns an axis from the first to the last of some days, with as many months as there is room for. */
export function dayAxis(days: readonly LocalDate[], mostMonths: number): DayAxis {
  const sorted = [...days].sort();
  const [first = "", last = ""] = [sorted[0], sorted.at(-1)];
  const length = Math.max(1, daysBetween(first, last));
  const place = (day: LocalDate) => daysBetween(first, day) / length;
  const starts: LocalDate[] = [];
  for (let day = `${first.slice(0, 7)}-01`; day <= last; day = addMonths(day, 1)) if (day >= first) starts.push(day);
  const every = Math.max(1, Math.ceil(starts.length / mostMonths));
  return { months: starts.filter((_, at) => at % every === 0).map((day) => ({ day, at: place(day) })), place };
}
