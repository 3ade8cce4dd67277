import fc from "fast-check";
import { expect, it } from "vitest";
import {
  addBusinessDays,
  addDays,
  addMonths,
  dateOf,
  dayInFull,
  daysBetween,
  daysInMonth,
  isNameOf,
  localToday,
  longDay,
  partsOf,
  shortDay,
  weekdayOf,
  wordsOfDate,
} from "./local-date.ts";

it.each([
  ["2026-02-27", 2, "2026-03-01"],
  ["2024-02-28", 1, "2024-02-29"],
  ["2026-01-01", -1, "2025-12-31"],
])("%s plus %i days is %s", (date, days, expected) => expect(addDays(date, days)).toBe(expected));

it.each([
  ["2026-10-02", 1, "2026-10-05"],
  ["2026-10-03", 1, "2026-10-05"],
  ["2026-10-01", 5, "2026-10-08"],
  ["2026-10-01", 10, "2026-10-15"],
  ["2026-10-01", 0, "2026-10-01"],
])("%s plus %i business days is %s", (date, days, expected) => expect(addBusinessDays(date, days)).toBe(expected));

it("counts the business days that it added", () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 20_000 }), (days) => {
      expect(daysBetween("2026-03-29", addDays("2026-03-29", days))).toBe(days);
    }),
  );
});

it.each([
  ["2026-01-31", 1, "2026-02-28"],
  ["2024-01-31", 1, "2024-02-29"],
  ["2026-01-15", 12, "2027-01-15"],
  ["2026-11-30", 3, "2027-02-28"],
  ["2026-01-31", -1, "2025-12-31"],
  ["2026-03-31", -13, "2025-02-28"],
])("%s plus %i months is %s", (date, months, expected) => expect(addMonths(date, months)).toBe(expected));

it("puts a date together again from its parts", () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 20_000 }), (days) => {
      const date = addDays("2000-02-29", days);
      const { year, month, day } = partsOf(date);
      expect(dateOf(year, month, day)).toBe(date);
      expect(day).toBeLessThanOrEqual(daysInMonth(year, month));
      expect(partsOf(addDays(dateOf(year, month, daysInMonth(year, month)), 1)).day).toBe(1);
      expect(weekdayOf(addDays(date, 1))).toBe((weekdayOf(date) + 1) % 7);
    }),
  );
});

it.each([
  ["2017-01-31", "31 Jan", "Tue 31 Jan 2017"],
  ["2026-12-06", "6 Dec", "Sun 6 Dec 2026"],
])("%s reads %s, or in full %s", (date, short, long) => {
  expect([shortDay(date), longDay(date)]).toEqual([short, long]);
});

it("names a day in full", () => {
  expect(dayInFull("2017-02-14")).toBe("Tuesday 14 February");
});

it("leaves out the year of a date in this year only", () => {
  expect(wordsOfDate("2017-02-24", "2017-11-02")).toBe("Fri 24 Feb");
  expect(wordsOfDate("2017-02-24", "2018-02-24")).toBe("Fri 24 Feb 2017");
  expect(wordsOfDate("2017-12-31", "2018-01-01")).toBe("Sun 31 Dec 2017");
});

it("takes today from the clock where it runs", () => {
  expect(localToday(new Date(2026, 0, 2, 0, 0, 1))).toBe("2026-01-02");
  expect(localToday(new Date(2026, 11, 31, 23, 59, 59))).toBe("2026-12-31");
});

it("knows the weekdays by their names in any case", () => {
  expect(["Sunday", "MONDAY", "monday"].map((name) => isNameOf(name, 1))).toEqual([false, true, true]);
});
