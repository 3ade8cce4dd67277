/** A calendar date without a time, "2026-10-01", in whatever zone the caller means. */
export type LocalDate = string;

const DAY_MS = 86_400_000;
const toMs = (date: LocalDate) => Date.parse(`${date}T00:00:00Z`);
const toDate = (ms: number): LocalDate => new Date(ms).toISOString().slice(0, 10);

export function addDays(date: LocalDate, days: number): LocalDate {
  return toDate(toMs(date) + days * DAY_MS);
}

/** Whole days from `from` to `to`, negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((toMs(to) - toMs(from)) / DAY_MS);
}

/** Monday to Friday; holidays belong to a business calendar. */
export function addBusinessDays(date: LocalDate, days: number): LocalDate {
  let day = date;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    const weekday = new Date(toMs(day)).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return day;
}
