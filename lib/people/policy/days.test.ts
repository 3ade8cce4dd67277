import { expect, it } from "vitest";
import { dueDateFrom, dueDays, effectCheckDays } from "./days.ts";

it.each([
  ["P0", 1, 7, 90],
  ["P0", null, 7, 90],
  ["P1", 1, 15, 90],
  ["P1", 2, 30, 90],
  ["P1", null, 30, 90],
  ["P2", 1, 56, 180],
  ["P3", 1, null, 180],
] as const)(
  "gives a %s after severity %s %s days, and asks about its effect after %i",
  (priority, severity, due, effect) => {
    expect([dueDays(priority, severity), effectCheckDays(priority)]).toEqual([due, effect]);
  },
);

it("counts a due date from a day, and gives a P3 none", () => {
  expect(dueDateFrom("2026-10-01", "P1", 1)).toBe("2026-10-16");
  expect(dueDateFrom("2026-10-01", "P3", 1)).toBeNull();
});
