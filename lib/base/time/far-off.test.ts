import { expect, it } from "vitest";
import { isFarOff, isUnplannedYear } from "./far-off.ts";

it.each([
  ["0000-12-31", true],
  ["0001-01-01", false],
  ["0001-01-01T00:00:00+14:00", true],
  ["2017-01-31T18:00:00Z", false],
  ["9999-12-31", false],
  ["9999-12-31T23:59:59.999Z", false],
  ["+010000-01-01T00:00:00.000Z", true],
  ["0001-01-01T00:00:00.000Z", false],
  ["9999-12-31T23:59:59-14:00", true],
  ["soon", false],
])("%s is far off: %s", (written, isFar) => {
  expect(isFarOff(written)).toBe(isFar);
});

it("accepts the first and last year of plans, and rejects those next to them", () => {
  expect([1969, 1970, 2199, 2200, Number.NaN].map(isUnplannedYear)).toEqual([true, false, false, true, false]);
});
