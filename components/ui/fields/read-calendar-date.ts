import { dateOf, daysInMonth, type LocalDate, MONTH_NAMES, MONTHS, partsOf } from "#lib/base/time/local-date.ts";

export type DateReading =
  | { readonly ok: true; readonly date: LocalDate }
  | { readonly ok: false; readonly reason: string };

const HALF_A_YEAR_MONTHS = 6;

/** Reads a written day: ISO, "17 Feb", "Feb 17 2017", "17.2.", "17/2/2017". Null when the text isn't a date at all. */
export function readCalendarDate(words: string, today: LocalDate): DateReading | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words);
  if (iso) return check(Number(iso[1]), Number(iso[2]), Number(iso[3]), today);
  const bare = words.replace(/^(?:sun|mon|tue|wed|thu|fri|sat)[a-z]* /, "");
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|\.)? (?:of )?([a-z]{3,9})\.?(?: (\d{4}))?$/.exec(bare);
  if (dayFirst) return named(dayFirst[2], dayFirst[1], dayFirst[3], today);
  const monthFirst = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/.exec(bare);
  if (monthFirst) return named(monthFirst[1], monthFirst[2], monthFirst[3], today);
  const dotted = /^(\d{1,2})\. ?(\d{1,2})\.? ?(\d{4})?$/.exec(bare);
  if (dotted) return numbered(dotted[2], dotted[1], dotted[3], today);
  const slashed = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?$/.exec(bare);
  return slashed ? readSlashed(slashed[1], slashed[2], slashed[3], today) : null;
}

function readSlashed(
  first: string | undefined,
  second: string | undefined,
  year: string | undefined,
  today: LocalDate,
) {
  if (Number(first) > 12) return numbered(second, first, year, today);
  if (Number(second) > 12) return numbered(first, second, year, today);
  return { ok: false, reason: "Enter the month as a word. This date is ambiguous." } as const;
}

function named(month: string | undefined, day: string | undefined, year: string | undefined, today: LocalDate) {
  const at = MONTHS.findIndex((short) => month?.startsWith(short.toLowerCase()));
  const full = MONTH_NAMES[at]?.toLowerCase();
  if (!month || !full || !(full.startsWith(month) || month === "sept")) return null;
  return numbered(String(at + 1), day, year, today);
}

function numbered(month: string | undefined, day: string | undefined, year: string | undefined, today: LocalDate) {
  return check(
    year === undefined ? nearestYear(Number(month), today) : Number(year),
    Number(month),
    Number(day),
    today,
  );
}

/** Without a year, a month more than half a year ago means the coming one. */
function nearestYear(month: number, today: LocalDate): number {
  const now = partsOf(today);
  return now.month - month > HALF_A_YEAR_MONTHS ? now.year + 1 : now.year;
}

function check(year: number, month: number, day: number, today: LocalDate): DateReading {
  const name = MONTH_NAMES[month - 1];
  if (!name) return { ok: false, reason: "A year has 12 months" };
  const days = daysInMonth(year, month);
  if (day >= 1 && day <= days) return { ok: true, date: dateOf(year, month, day) };
  const when = year === partsOf(today).year ? "this year" : `in ${year}`;
  return { ok: false, reason: `${name} has ${days} days${month === 2 ? ` ${when}` : ""}` };
}
