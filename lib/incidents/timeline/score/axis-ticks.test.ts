import { expect, it } from "vitest";
import { ticksOf } from "./axis-ticks.ts";

const piece = (from: string, to: string, width = 800) => ({
  fromMs: Date.parse(from),
  toMs: Date.parse(to),
  x0: 100,
  x1: 100 + width,
});

it("labels whole hours, and the day at midnight", () => {
  const ticks = ticksOf(piece("2017-01-31T20:50:00Z", "2017-02-01T01:10:00Z"), "UTC");
  expect(ticks.map((tick) => tick.label)).toContain("1 Feb");
  expect(ticks[0]).toMatchObject({ label: "21:00" });
  expect(ticks.every((tick) => tick.x >= 100 && tick.x <= 900)).toBe(true);
});

it("puts ticks on round times of the shown time zone", () => {
  const ticks = ticksOf(piece("2017-01-31T20:50:00Z", "2017-02-01T02:10:00Z"), "+05:30");
  expect(ticks.map((tick) => tick.label)).toContain("03:00");
  expect(ticks.every((tick) => tick.label.endsWith(":00") || tick.label.endsWith(":30"))).toBe(true);
});

it("keeps its distance", () => {
  const ticks = ticksOf(piece("2017-01-01T00:00:00Z", "2017-06-01T00:00:00Z"), "UTC");
  for (const [at, tick] of ticks.entries())
    if (at > 0) expect(tick.x - (ticks[at - 1]?.x ?? 0)).toBeGreaterThanOrEqual(72);
  expect(ticks.length).toBeGreaterThan(3);
});

it("names the year where an axis runs over years", () => {
  const labels = ticksOf(piece("2017-01-31T00:00:00Z", "2026-11-25T00:00:00Z"), "UTC").map((tick) => tick.label);
  expect(labels[0]).toMatch(/ 2017$/);
  expect(new Set(labels).size).toBe(labels.length);
});
