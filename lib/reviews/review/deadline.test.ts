import { expect, it } from "vitest";
import { reviewDeadlines } from "./deadline.ts";

it.each([
  ["incident", 4, "2026-10-02", null, "2026-10-16"],
  ["incident", 3, "2026-10-02", null, "2026-10-16"],
  ["incident", 2, "2026-10-02", "2026-10-09", "2026-10-16"],
  ["incident", 1, "2026-10-01", "2026-10-04", "2026-10-15"],
  ["drill", 1, "2026-10-02", null, "2026-10-16"],
  ["near_miss", 2, "2026-10-02", null, "2026-10-16"],
] as const)("%s of SEV%i that ended on %s", (kind, highestSeverity, endedOn, meetBy, publishBy) => {
  expect(reviewDeadlines({ kind, highestSeverity, endedOn })).toEqual({ meetBy, publishBy });
});
