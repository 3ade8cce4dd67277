import { describe, expect, it } from "vitest";
import { barOf, lanesOf, placeOn, radiusOf, trendAxis } from "./trend.ts";

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

  it("ends with the last day ahead, at most half a year from today", () => {
    const end = (...ahead: string[]) => iso(trendAxis([], "2026-06-15", ahead).toMs).slice(0, 10);
    expect([end("2026-05-01"), end("2026-07-10", "2026-08-20"), end("2030-01-01")]).toEqual([
      ...["2026-06-16", "2026-08-21", "2026-12-16"],
    ]);
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

describe("the bar of a strategic change on 15 June", () => {
  const DAYS = { startsOn: "2026-05-01", endsOn: "2026-07-31" };
  const bar = (status: Parameters<typeof barOf>[0]["status"], pace: number | null = null, deliveredOn?: string) =>
    barOf({ ...DAYS, status, pace }, deliveredOn ?? null, "2026-06-15");
  const planned = { from: "2026-05-01", to: "2026-08-01" };

  it.each([
    ["to today without milestones", null, "2026-06-15"],
    ["by as many days as it is behind less", -14, "2026-06-01"],
    ["by as many days as it is ahead more", 14, "2026-06-29"],
    ["from its start at the least", -90, "2026-05-01"],
    ["to its end at most", 90, "2026-08-01"],
  ])("is filled %s", (_, pace, doneTo) => expect(bar("in_progress", pace)).toEqual({ ...planned, doneTo }));

  it("is open before it's started", () =>
    expect([bar("proposed"), bar("funded"), bar("deferred")]).toEqual(
      Array.from({ length: 3 }, () => ({ ...planned, doneTo: "2026-05-01" })),
    ));

  it("ends with its delivery, even without a plan or before its planned start", () => {
    const full = (from: string, to: string) => ({ from, to, doneTo: to });
    expect(bar("delivered", null, "2026-06-03")).toEqual(full("2026-05-01", "2026-06-03"));
    expect(bar("effect_checked", null, "2026-04-03")).toEqual(full("2026-04-03", "2026-04-03"));
    const unplanned = { status: "delivered", startsOn: null, endsOn: null, pace: null } as const;
    expect(barOf(unplanned, "2026-06-03", "2026-06-15")).toEqual(full("2026-06-03", "2026-06-03"));
  });

  it("is nothing without days, or for a declined one", () => {
    const undated = { status: "in_progress", startsOn: null, endsOn: null, pace: 0 } as const;
    expect([barOf(undated, null, "2026-06-15"), bar("declined")]).toEqual([null, null]);
  });
});
