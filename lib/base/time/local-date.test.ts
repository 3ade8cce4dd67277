import fc from "fast-check";
import { expect, it } from "vitest";
import { addBusinessDays, addDays, daysBetween } from "./local-date.ts";

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

it("counts back what it added", () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 20_000 }), (days) => {
      expect(daysBetween("2026-03-29", addDays("2026-03-29", days))).toBe(days);
    }),
  );
});
