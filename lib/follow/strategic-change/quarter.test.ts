import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays } from "#lib/base/time/local-date.ts";
import { addQuarters, quarterDays, quarterOf, quarterWords } from "./quarter.ts";

it.each([
  ["2026-01-01", "2026-Q1"],
  ["2026-03-31", "2026-Q1"],
  ["2026-10-31", "2026-Q4"],
])("%s is in %s", (date, quarter) => expect(quarterOf(date)).toBe(quarter));

it.each([
  ["2026-Q4", 1, "2027-Q1"],
  ["2026-Q1", -1, "2025-Q4"],
  ["2026-Q2", 9, "2028-Q3"],
])("%s plus %i quarters is %s", (quarter, steps, expected) => expect(addQuarters(quarter, steps)).toBe(expected));

it("returns the first and last day of a quarter, and its label", () => {
  expect(quarterDays("2026-Q4")).toEqual({ first: "2026-10-01", last: "2026-12-31" });
  expect(quarterDays("2024-Q1").last).toBe("2024-03-31");
  expect(quarterWords("2026-Q4")).toBe("Q4 2026");
});

it("rejects what isn't a quarter", () => expect(() => quarterDays("2026-Q5")).toThrow(/^2026-Q5 is not a quarter/));

it("quarters follow each other without a gap", () => {
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 400 }), (steps) => {
      const quarter = addQuarters("2026-Q1", steps);
      const { first, last } = quarterDays(quarter);
      expect([quarterOf(first), quarterOf(last)]).toEqual([quarter, quarter]);
      expect(quarterOf(addDays(last, 1))).toBe(addQuarters(quarter, 1));
    }),
  );
});
