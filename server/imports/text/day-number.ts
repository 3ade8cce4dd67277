import type { DateMatch, DayRead } from "./dates.ts";
import { isRealDay } from "./dates.ts";

export type SlashOrder = "day_first" | "month_first" | null;

const DAY_MS = 86_400_000;

/** Days since 1970-01-01, so that days can be counted and compared. */
export function dayNumber(year: number, month: number, day: number): number {
  return Math.round(Date.UTC(year, month - 1, day) / DAY_MS);
}

/** `2017-01-31` of a day number. */
export function isoDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

export function weekdayOf(day: number): number {
  return new Date(day * DAY_MS).getUTCDay();
}

/** The day number of a written day; a missing year is the one that puts it nearest to the anchor. */
export function resolveDay(read: DayRead, anchor: number | null): number | null {
  if (read.year !== null) return dayNumber(read.year, read.month, read.day);
  if (anchor === null) return null;
  const year = new Date(anchor * DAY_MS).getUTCFullYear();
  const options = [year - 1, year, year + 1]
    .filter((candidate) => isRealDay({ ...read, year: candidate }))
    .map((candidate) => dayNumber(candidate, read.month, read.day));
  return options.sort((a, b) => Math.abs(a - anchor) - Math.abs(b - anchor))[0] ?? null;
}

/** The written day once the order of `03/04` is known, else null. */
export function orderedDay(match: DateMatch, order: SlashOrder, anchor: number | null): DayRead | null {
  if (match.kind === "day") return match.day;
  if (match.kind === "impossible") return null;
  const dayFirst: DayRead = { year: match.year, month: match.second, day: match.first };
  const monthFirst: DayRead = { year: match.year, month: match.first, day: match.second };
  if (order !== null) return order === "day_first" ? dayFirst : monthFirst;
  const near = [dayFirst, monthFirst].filter((read) => {
    const day = resolveDay(read, anchor);
    return anchor !== null && day !== null && Math.abs(day - anchor) <= 3;
  });
  return near.length === 1 ? (near[0] ?? null) : null;
}

/** Whether `03/04` means 3 April or 4 March, decided from all dates of a source: one above twelve settles it. */
export function slashOrder(written: string[]): SlashOrder {
  let dayFirst = false;
  let monthFirst = false;
  for (const text of written) {
    const match = /^(\d{1,2})[/-](\d{1,2})(?!\d)/.exec(text);
    if (!match) continue;
    dayFirst ||= Number(match[1]) > 12;
    monthFirst ||= Number(match[2]) > 12;
  }
  return dayFirst === monthFirst ? null : dayFirst ? "day_first" : "month_first";
}
