import { describe, expect, it } from "vitest";
import { lanesOf, placeOn, radiusOf, trendAxis } from "./trend.ts";

const iso = (ms: number) => new Date(ms).toISOString();

describe("the axis of a trend", () => {
  it("shows a year to the end of today, from the first of a month", () => {
    const axis = trendAxis(["2026-05-02T10:00:00Z"], "2026-06-15");
    expect([iso(axis.fromMs), iso(axis.toMs)]).toEqual(["2025-06-01T00:00:00.000Z", "2026-06-16T00:00:00.000Z"]);
    expect(axis.monthsMs.slice(0, 2).map(iso)).toEqual(["2025-06-01T00:00:00.000Z", "2025-08-01T00:00:00.000Z"]);
  });

  it("starts up to three years earlier for an older incident, and names at most 12 months", () => {
    const axis = trendAxis(["2017-01-01T00:00:00Z", "2024-02-20T10:00:00Z", "2026-05-02T10:00:00Z"], "2026-06-15");
    expect(iso(axis.fromMs)).toBe("2024-02-01T00:00:00.000Z");
    expect(axis.monthsMs.length).toBeLessThanOrEqual(12);
  });

  it("places instants between its ends", () => {
    const axis = { fromMs: 0, toMs: 1000, monthsMs: [] };
    expect([iso(0), iso(500), iso(5000), iso(-5)].map((at) => placeOn(axis, at))).toEqual([0, 0.5, 1, 0]);
  });
});

it.each([
  [400, 400, 18],
  [100, 400, 9],
  [1, 400, 4],
  [null, 400, 4],
  [0, 0, 4],
])("draws %s of at most %s minutes with a radius of %s px", (minutes, worst, radius) => {
  expect(radiusOf(minutes, worst)).toBe(radius);
});

it("puts labels into the lowest lane with room, and leaves out those without", () => {
  expect(lanesOf([0, 10, 50, 20, 100], 50, 2)).toEqual([0, 1, 0, null, 0]);
});
