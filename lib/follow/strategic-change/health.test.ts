import { expect, it } from "vitest";
import { asksSponsor, isHealthStale } from "./health.ts";

const NOW = "2026-10-31T12:00:00Z";

it.each([
  ["in_progress", "2026-10-17T12:00:00Z", false],
  ["in_progress", "2026-10-17T11:59:59Z", true],
  ["in_progress", null, true],
  ["funded", "2026-01-01T00:00:00Z", false],
  ["delivered", null, false],
] as const)("%s with the last update at %s is stale: %s", (status, healthAt, stale) => {
  expect(isHealthStale({ status, healthAt, since: "2026-09-01T00:00:00Z", healthDays: 14 }, NOW)).toBe(stale);
});

it("waits 14 days for the first update", () => {
  expect(
    isHealthStale({ status: "in_progress", healthAt: null, since: "2026-10-30T00:00:00Z", healthDays: 14 }, NOW),
  ).toBe(false);
});

it.each([
  [[], false],
  [["on_track"], false],
  [["off_track"], true],
  [["at_risk"], false],
  [["at_risk", "on_track"], false],
  [["at_risk", "at_risk"], true],
] as const)("%j is reported to the sponsor: %s", (healths, asks) => expect(asksSponsor(healths)).toBe(asks));
