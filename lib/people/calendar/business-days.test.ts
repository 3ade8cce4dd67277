import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addBusinessDays, addDays, daysBetween } from "#lib/base/time/local-date.ts";
import { type BusinessCalendar, daysOffBetween, isBusinessDay, nthBusinessDay } from "./business-days.ts";

const calendarOf = (days: readonly string[], workingDays = [1, 2, 3, 4, 5]): BusinessCalendar => ({
  timeZone: "Europe/Dublin",
  workingDays,
  daysOff: (year) => new Map(days.filter((day) => day.startsWith(`${year}`)).map((day) => [day, "Off"])),
});
const IRELAND = calendarOf(["2016-12-26", "2016-12-27", "2017-01-02", "2017-03-17", "2017-04-17", "2017-05-01"]);

const days = fc.integer({ min: 0, max: 3000 }).map((n) => addDays("2016-01-01", n));
const calendars = fc
  .record({
    off: fc.array(days, { maxLength: 40 }),
    week: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
  })
  .map(({ off, week }) => calendarOf(off, week));

it.each([
  ["over a weekend", "2017-02-10", 1, "2017-02-13"],
  ["over a holiday", "2017-03-16", 1, "2017-03-20"],
  ["over the end of a year", "2016-12-23", 3, "2016-12-30"],
  ["over New Year", "2016-12-30", 1, "2017-01-03"],
  ["over a change of the clocks", "2017-03-24", 1, "2017-03-27"],
  ["over a leap day", "2016-02-26", 2, "2016-03-01"],
  ["from a weekend", "2017-02-11", 5, "2017-02-17"],
  ["not at all", "2017-02-11", 0, "2017-02-11"],
  ["over Easter and the day after", "2017-04-13", 2, "2017-04-18"],
])("counts %s", (_, from, count, expected) => expect(nthBusinessDay(IRELAND, from, count)).toBe(expected));

it("counts the days of the team's own week", () => {
  expect(nthBusinessDay(calendarOf([], [0, 1, 2, 3, 4]), "2017-02-09", 1)).toBe("2017-02-12");
});

it("names the days off on which people would work otherwise", () => {
  const calendar = calendarOf(["2017-03-17", "2017-03-18"]);
  expect(daysOffBetween(calendar, "2017-03-17", "2017-03-19")).toEqual([{ date: "2017-03-17", name: "Off" }]);
  expect(daysOffBetween(calendar, "2017-03-10", "2017-03-17")).toHaveLength(1);
  expect(daysOffBetween(calendar, "2017-03-18", "2017-04-17")).toEqual([]);
});

it("rejects a calendar on which people never work, and not a long break", () => {
  expect(() => nthBusinessDay(calendarOf([], []), "2017-01-01", 1)).toThrow(RangeError);
  const year = Array.from({ length: 365 }, (_, day) => addDays("2017-01-01", day));
  expect(nthBusinessDay(calendarOf(year), "2016-12-31", 1)).toBe("2018-01-01");
  const mondays = Array.from({ length: 100 }, (_, week) => addDays("2017-01-02", week * 7));
  expect(nthBusinessDay(calendarOf(mondays, [1]), "2017-01-01", 1), "as many days as can be closed").toBe("2018-12-03");
});

describe("for every calendar", () => {
  it("ends on a business day, with as many of them on the way as asked", () => {
    fc.assert(
      fc.property(calendars, days, fc.integer({ min: 1, max: 40 }), (calendar, from, count) => {
        const end = nthBusinessDay(calendar, from, count);
        const between = Array.from({ length: daysBetween(from, end) }, (_, index) => addDays(from, index + 1));
        expect(between.filter((day) => isBusinessDay(calendar, day))).toHaveLength(count);
        expect(isBusinessDay(calendar, end)).toBe(true);
      }),
    );
  });

  it("counts in steps as at once", () => {
    fc.assert(
      fc.property(calendars, days, fc.nat(20), fc.nat(20), (calendar, from, first, second) => {
        const inSteps = nthBusinessDay(calendar, nthBusinessDay(calendar, from, first), second);
        expect(inSteps).toBe(nthBusinessDay(calendar, from, first + second));
      }),
    );
  });

  it("counts Monday to Friday without days off", () => {
    fc.assert(
      fc.property(days, fc.nat(60), (from, count) => {
        expect(nthBusinessDay(calendarOf([]), from, count)).toBe(addBusinessDays(from, count));
      }),
    );
  });
});
