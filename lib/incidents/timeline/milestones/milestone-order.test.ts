import { expect, it } from "vitest";
import type { MilestoneTimes } from "./metrics.ts";
import { orderProblems } from "./milestone-order.ts";

const exact = (at: string) => ({ at, precision: "exact" as const });

it("names both milestones and their times", () => {
  const milestones: MilestoneTimes = { resolved: exact("2025-06-10T10:00:00Z") };
  expect(orderProblems("mitigated", "2025-06-10T10:10:00Z", milestones)).toEqual([
    "Resolved (2025-06-10 10:00 UTC) is before mitigated (2025-06-10 10:10 UTC). The measures between them stay unknown.",
  ]);
});

it.each([
  ["in order", "mitigated", "2025-06-10T09:50:00Z", { resolved: exact("2025-06-10T10:00:00Z") }],
  ["at the same instant", "mitigated", "2025-06-10T10:00:00Z", { resolved: exact("2025-06-10T10:00:00Z") }],
  ["detected before impact", "detected", "2025-06-10T09:00:00Z", { impact_started: exact("2025-06-10T09:10:00Z") }],
  ["nothing else set", "closed", "2025-06-10T09:00:00Z", {}],
  [
    "the other time unknown",
    "closed",
    "2025-06-10T09:00:00Z",
    { resolved: { at: "2025-06-10T10:00:00Z", precision: "unknown" } },
  ],
] as const)("returns nothing when %s", (_, name, at, milestones) => {
  expect(orderProblems(name, at, milestones)).toEqual([]);
});
