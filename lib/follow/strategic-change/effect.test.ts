import fc from "fast-check";
import { expect, it } from "vitest";
import { asksForEffect, chanceOf, effectAskedOf, effectSpans, effectVerdict } from "./effect.ts";

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
  [0, 0, 1],
  [0, 1, 0.5],
  [1, 0, 0.5],
  [3, 0, 0.125],
  [3, 1, 0.3125],
  [5, 0, 0.03125],
  [10, 4, 0.0898],
  [10, 3, 0.0461],
  [20, 20, 0.5627],
])("%i before and %i after are as far apart by chance in %d of all cases", (before, after, chance) => {
  expect(chanceOf(before, after)).toBeCloseTo(chance, 4);
});

it.each([
  [3, 0, 90, "too_early"],
  [0, 1, 90, "too_early"],
  [4, 0, 90, "too_early"],
  [5, 0, 90, "fewer"],
  [0, 5, 90, "more"],
  [5, 0, 29, "too_early"],
  [10, 4, 90, "too_early"],
  [10, 3, 90, "fewer"],
  [100, 140, 90, "more"],
] as const)("%i before and %i after in %i days: %s", (before, after, days, verdict) => {
  expect(effectVerdict(before, after, days)).toBe(verdict);
});

it("gives the same chance in both directions, ends for any counts, and shrinks with the distance", () => {
  const count = fc.integer({ min: 0, max: 5000 });
  fc.assert(
    fc.property(count, count, (before, after) => {
      const chance = chanceOf(before, after);
      expect(chance).toBeCloseTo(chanceOf(after, before), 9);
      expect(chance).toBeGreaterThanOrEqual(0);
      expect(chance).toBeLessThanOrEqual(1);
      if (after < before) expect(chanceOf(before + 1, after)).toBeLessThanOrEqual(chance + 1e-9);
    }),
  );
});

const person = (id: string | null) => (id === null ? null : { id });
it.each([
  [null, null, null, null],
  ["ana", null, "ana", null],
  ["ana", "sam", null, "sam"],
  ["ana", "sam", "ben", "ben"],
  ["ben", "sam", "ben", "sam"],
  [null, "sam", "ben", "ben"],
])("asks for the effect of a change of %s with sponsor %s, named %s: %s", (owner, sponsor, effectBy, asked) => {
  const change = { owner: person(owner), sponsor: person(sponsor), effectBy: person(effectBy) };
  expect(effectAskedOf(change)?.id ?? null).toBe(asked);
});

it.each([
  [null, null, false],
  ["2026-06-30", null, true],
  ["2026-07-01", null, false],
  ["2026-06-01", "2026-06-23T12:00:00Z", true],
  ["2026-06-01", "2026-06-23T12:00:01Z", false],
])("asks for an effect due on %s by message, last asked at %s: %s", (dueOn, askedAt, isAsked) => {
  expect(asksForEffect({ dueOn, askedAt }, "2026-06-30", "2026-06-30T12:00:00Z")).toBe(isAsked);
});
