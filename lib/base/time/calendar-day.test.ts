import fc from "fast-check";
import { expect, it } from "vitest";
import { type CalendarDay, dayNumber, dayOfIsoWeek, dayOfYear, isoDay, isRealDay, shiftDay } from "./calendar-day.ts";
import { addDays, partsOf, weekdayOf } from "./local-date.ts";

const numbers = fc.integer({ min: -20_000, max: 60_000 });

const read = (text: string): CalendarDay => {
  const [year = "", month, day] = text.split("-");
  return { year: year === "" ? null : Number(year), month: Number(month), day: Number(day) };
};

it.each(["2024-2-29", "-2-29", "2023-12-31", "2000-2-29", "2024-1-1"])("%s is a day", (text) =>
  expect(isRealDay(read(text))).toBe(true),
);

it.each(["2023-2-29", "1900-2-29", "-2-30", "2024-4-31", "2024-0-1", "2024-13-1", "2024-1-0", "2024-1-32"])(
  "%s isn't a day",
  (text) => expect(isRealDay(read(text))).toBe(false),
);

it("counts days as dates do", () => {
  expect(dayNumber(read("1970-1-1"))).toBe(0);
  fc.assert(
    fc.property(numbers, (number) => {
      expect(dayNumber(partsOf(isoDay(number)))).toBe(number);
      expect(isoDay(number + 1)).toBe(addDays(isoDay(number), 1));
    }),
  );
});

it.each([
  ["2024-3-1", -1, "2024-2-29"],
  ["2023-12-31", 1, "2024-1-1"],
  ["-12-31", 1, "-1-1"],
  ["-3-1", -1, "-2-29"],
])("%s and %i days is %s", (from, days, to) => expect(shiftDay(read(from), days)).toEqual(read(to)));

it.each([
  [2024, 1, "2024-01-01"],
  [2024, 366, "2024-12-31"],
  [2023, 365, "2023-12-31"],
  [2026, 64, "2026-03-05"],
  [2023, 366, null],
  [2024, 367, null],
  [2024, 0, null],
  [2024, 999, null],
])("day %i, %i is %s", (year, number, day) => expect(dayOfYear(year, number)).toBe(day));

it.each([
  [2026, 1, 1, "2025-12-29"],
  [2026, 10, 4, "2026-03-05"],
  [2026, 53, 7, "2027-01-03"],
  [2025, 53, 1, null],
  [2025, 0, 1, null],
  [2026, 54, 1, null],
  [2026, 10, 8, null],
  [2026, 10, 0, null],
])("day of week %i-W%i-%i is %s", (year, week, day, date) => expect(dayOfIsoWeek(year, week, day)).toBe(date));

it("finds each day in one week of one year", () => {
  fc.assert(
    fc.property(numbers, (number) => {
      const date = isoDay(number);
      const day = ((weekdayOf(date) + 6) % 7) + 1;
      const { year } = partsOf(addDays(date, 4 - day));
      const weeks = Array.from({ length: 54 }, (_, index) => dayOfIsoWeek(year, index, day));
      expect(weeks.filter((one) => one === date)).toHaveLength(1);
    }),
  );
});
