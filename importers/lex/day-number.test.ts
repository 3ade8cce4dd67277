import { expect, test } from "vitest";
import { dayNumber, isoDay } from "#lib/base/time/calendar-day.ts";
import { resolveDay } from "./day-number.ts";

const day = (written: string) => {
  const [year = 0, month = 0, date = 0] = written.split("-").map(Number);
  return { year, month, day: date };
};

test.each([
  ["2026-09-18", "09-15", "2026-09-15"],
  ["2026-09-18", "06-01", "2026-06-01"],
  ["2026-09-18", "10-30", "2026-10-30"],
  ["2026-01-11", "07-06", "2026-07-06"],
  ["2027-01-02", "12-30", "2026-12-30"],
  ["2026-12-30", "01-02", "2027-01-02"],
  ["2018-12-05", "03-26", "2019-03-26"],
  ["2026-12-01", "04-15", null],
  ["2026-09-18", "03-15", null],
  ["2026-10-20", "02-28", null],
  ["2026-03-10", "10-30", null],
])("in a text of %s, %s without a year is %s", (anchor, written, expected) => {
  const [month = 0, date = 0] = written.split("-").map(Number);
  const found = resolveDay({ year: null, month, day: date }, dayNumber(day(anchor)));
  expect(found === null ? null : isoDay(found)).toBe(expected);
});

test("a day with its year is that, however far it is", () => {
  const read = { year: 2019, month: 3, day: 15 };
  expect(resolveDay(read, dayNumber(day("2026-09-18")))).toBe(dayNumber(read));
  expect(resolveDay({ ...read, year: null }, null)).toBeNull();
});
