import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, MONTHS, wordsOfDate } from "#lib/base/time/local-date.ts";
import { parseDate } from "./parse-date.ts";

const TUESDAY = "2017-02-14";

describe("parseDate", () => {
  it.each([
    ["today", "2017-02-14"],
    ["Tomorrow", "2017-02-15"],
    ["fri", "2017-02-17"],
    ["Friday", "2017-02-17"],
    ["tue", "2017-02-14"],
    ["next fri", "2017-02-24"],
    ["next monday", "2017-02-20"],
    ["last thursday", "2017-02-09"],
    ["in 2 weeks", "2017-02-28"],
    ["2w", "2017-02-28"],
    ["+3d", "2017-02-17"],
    ["in a month", "2017-03-14"],
    ["10 days ago", "2017-02-04"],
    ["next week", "2017-02-20"],
    ["end of month", "2017-02-28"],
    ["end of quarter", "2017-03-31"],
    ["2017-03-10", "2017-03-10"],
    ["17 Feb", "2017-02-17"],
    ["Fri 17 Feb", "2017-02-17"],
    ["February 17th, 2018", "2018-02-17"],
    ["1 sept", "2017-09-01"],
    ["17.2.", "2017-02-17"],
    ["17/2/2017", "2017-02-17"],
    ["2/17/2017", "2017-02-17"],
  ])("reads %s", (text, date) => {
    expect(parseDate(text, TUESDAY)).toEqual({ ok: true, date });
  });

  it("reads a month that is long past as the coming one", () => {
    expect(parseDate("3 Jan", "2017-12-14")).toEqual({ ok: true, date: "2018-01-03" });
  });

  it.each([
    ["31 Feb", "February has 28 days this year"],
    ["30 feb 2020", "February has 29 days in 2020"],
    ["31 Apr", "April has 30 days"],
    ["3/4", "Enter the month as a word. This date is ambiguous."],
    ["2017-13-01", "A year has 12 months"],
    ["__proto__", "Enter a day, such as next Fri, in 2 weeks, 17 Feb or 2017-02-17"],
    ["soon", "Enter a day, such as next Fri, in 2 weeks, 17 Feb or 2017-02-17"],
  ])("rejects %s with a reason", (text, reason) => {
    expect(parseDate(text, TUESDAY)).toEqual({ ok: false, reason });
  });

  it("leaves empty text alone", () => {
    expect(parseDate("  ", TUESDAY)).toBeNull();
  });

  const day = fc.integer({ min: -20_000, max: 40_000 }).map((days) => addDays("1990-01-01", days));

  it("reads every day back as it displays it", () => {
    fc.assert(
      fc.property(day, day, (date, today) => {
        const year = wordsOfDate(date, today).match(/\d{4}$/) ? "" : ` ${date.slice(0, 4)}`;
        expect(parseDate(wordsOfDate(date, today) + year, today)).toEqual({ ok: true, date });
      }),
    );
  });

  it("never throws and returns real days only", () => {
    const number = fc.integer({ min: 0, max: 33 });
    const words = fc.oneof(
      fc
        .tuple(number, fc.constantFrom(...MONTHS), fc.integer({ min: 1990, max: 2060 }))
        .map((parts) => parts.join(" ")),
      fc.tuple(fc.constantFrom("2016", "2017"), number, number).map((parts) => parts.join("-")),
      fc.tuple(number, fc.constantFrom("days", "weeks", "months")).map(([count, unit]) => `in ${count} ${unit}`),
    );
    let days = 0;
    fc.assert(
      fc.property(fc.oneof(words, fc.string()), day, (text, today) => {
        const reading = parseDate(text, today);
        if (!reading?.ok) return;
        days += 1;
        expect(addDays(reading.date, 0)).toBe(reading.date);
      }),
      { numRuns: 300 },
    );
    expect(days).toBeGreaterThan(20);
  });
});

describe("addMonths", () => {
  it("uses the last day of a shorter month", () => {
    expect(addMonths("2017-01-31", 1)).toBe("2017-02-28");
    expect(addMonths("2017-01-15", -1)).toBe("2016-12-15");
  });
});
