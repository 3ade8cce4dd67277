import { expect, it } from "vitest";
import { DEFAULT_SERIES_RULE } from "#lib/incidents/impact/series/measure-series.ts";
import { CHECKOUT, sampleWindow } from "../testing/sample-impact.ts";
import { layOutChart } from "./chart-layout.ts";
import { elsewhereProblem, replacedBy, seriesHeadline, stepWords } from "./series-words.ts";

const found = (from: string, to: string, weight: number) => ({
  from: `2017-02-02T${from}.000Z`,
  to: `2017-02-02T${to}.000Z`,
  weight,
  errors: null,
  total: null,
});

it.each([
  [0.97, "Nearly every request failed for 31 m"],
  [1, "Every request failed for 31 m"],
  [0.5, "Half of the requests failed for 31 m"],
  [0.43, "4 in 10 requests failed for 31 m"],
  [0.2, "One in 5 requests failed for 31 m"],
  [0.004, "Fewer than 1 in 100 requests failed for 31 m"],
])("describes %d as a sentence", (weight, words) => {
  const windows = [found("09:42:00", "09:51:00", 0.02), found("09:51:00", "10:22:10", weight)];
  expect(seriesHeadline(weight < 0.01 ? windows.slice(1) : windows, DEFAULT_SERIES_RULE)).toBe(words);
});

it("reports when nothing is above the threshold", () => {
  expect(seriesHeadline([], DEFAULT_SERIES_RULE)).toBe("Never above 5% for 1 m");
});

it("names the default windows that a measured one replaces", () => {
  const windows = [
    sampleWindow("default", "09:42:00", "10:22:00", 1, { basis: "default" }),
    sampleWindow("touching", "10:22:10", "10:29:00", 0.3, { basis: "default" }),
    sampleWindow("measured", "09:42:00", "10:22:00", 1),
    sampleWindow("other", "09:42:00", "10:22:00", 1, { basis: "default", service: { ...CHECKOUT, id: "x" } }),
  ];
  expect(replacedBy([found("09:51:00", "10:22:10", 0.97)], windows, CHECKOUT.id).map(({ id }) => id)).toEqual([
    "default",
  ]);
});

const point = (step: number, ratio: number | null) => ({
  at: new Date(Date.parse("2017-02-02T09:30:00Z") + step * 10_000).toISOString(),
  errors: null,
  total: null,
  ratio,
});
const draw = (points: ReturnType<typeof point>[], widthPx = 400) =>
  layOutChart(points, [], DEFAULT_SERIES_RULE, { zone: "UTC", widthPx, heightPx: 210 });

it("draws a gap as a gap, names the worst moment, and has no line for one moment", () => {
  const layout = draw([point(0, 0.1), point(1, 0.6), point(2, null), point(3, 0.2), point(4, 0.1)]);
  expect(layout?.lines).toHaveLength(2);
  expect(layout?.peak).toMatchObject({ share: 0.6, at: "2017-02-02T09:30:10.000Z" });
  expect(draw([point(0, 0.1)])).toBeNull();
  expect(stepWords([point(0, 0), point(1, 0)])).toBe(", by 10 s");
});

it("thins a long series and keeps its peak", () => {
  const points = Array.from({ length: 20_000 }, (_, step) => point(step, step === 12_345 ? 0.99 : 0.01));
  const layout = draw(points);
  expect(layout?.lines[0]?.line.split("L").length).toBeLessThan(900);
  expect(layout?.lines[0]?.line).toContain(` ${layout?.peak?.y.toFixed(1)}`);
});

it("reports when the series and the timeline share no moment", () => {
  const points = ["2017-02-02T09:00:00.000Z", "2017-02-02T10:00:00.000Z"].map((at) => ({
    at,
    errors: 1,
    total: 2,
    ratio: 0.5,
  }));
  const story = (...times: (string | null)[]) => times.map((at) => ({ at }));
  expect(elsewhereProblem(points, story("2017-02-03T09:30:00.000Z", null, "2017-02-03T08:00:00.000Z"), "UTC")).toEqual({
    kind: "guess",
    line: null,
    text: "The series is from Thu 2 Feb 2017, 09:00 UTC to Thu 2 Feb 2017, 10:00 UTC, the timeline from Fri 3 Feb 2017, 08:00 UTC to Fri 3 Feb 2017, 09:30 UTC. They don't overlap. Check the day and the time zone of the series before you use its windows.",
  });
  expect(elsewhereProblem(points, story("2017-02-02T08:00:00.000Z", "2017-02-02T09:00:00.000Z"), "UTC")).toBeNull();
  expect(elsewhereProblem(points, story(null), "UTC")).toBeNull();
  expect(elsewhereProblem([], story("2017-02-03T09:30:00.000Z"), "UTC")).toBeNull();
});
