import fc from "fast-check";
import { expect, it } from "vitest";
import { chanceBand, effectSpans, effectVerdict } from "./effect.ts";

it("compares equal spans, without the time of the work", () => {
  expect(effectSpans("2027-01-09T00:00:00Z", "2027-07-28T00:00:00Z", "2027-10-26T00:00:00Z")).toEqual({
    before: { from: "2026-10-11T00:00:00.000Z", to: "2027-01-09T00:00:00.000Z" },
    after: { from: "2027-07-28T00:00:00.000Z", to: "2027-10-26T00:00:00.000Z" },
    days: 90,
  });
});

it("compares a year at most, and nothing before the delivery", () => {
  const spans = (now: string) => effectSpans("2027-01-09T00:00:00Z", "2027-07-28T00:00:00Z", now);
  expect(spans("2030-01-01T00:00:00Z").days).toBe(365);
  expect(spans("2027-01-01T00:00:00Z").days).toBe(0);
});

it.each([
  [0, 0, 0],
  [1, 0, 3],
  [2, 0, 5],
  [3, 1, 6],
  [4, 1, 8],
  [10, 5, 15],
  [30, 21, 39],
])("the pace of %i gives %i to %i by chance", (before, low, high) => {
  expect(chanceBand(before)).toEqual({ low, high });
});

it.each([
  [3, 1, 90, "too_early"],
  [3, 0, 90, "fewer"],
  [3, 7, 90, "more"],
  [3, 0, 29, "too_early"],
  [0, 0, 90, "too_early"],
  [0, 1, 90, "more"],
  [10, 4, 90, "fewer"],
  [10, 5, 90, "too_early"],
] as const)("%i before and %i after in %i days: %s", (before, after, days, verdict) => {
  expect(effectVerdict(before, after, days)).toBe(verdict);
});

it("the band includes the mean and grows with it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300 }), (before) => {
      const band = chanceBand(before);
      expect(band.low).toBeLessThanOrEqual(before);
      expect(band.high).toBeGreaterThanOrEqual(before);
      expect(chanceBand(before + 1).high).toBeGreaterThanOrEqual(band.high);
    }),
  );
});
