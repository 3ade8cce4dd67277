import { expect, it } from "vitest";
import { fieldsBefore, withFields, withWindow } from "./patch-impact.ts";
import { NOW_MS, sampleImpact, sampleWindow } from "./testing/sample-impact.ts";

const first = sampleWindow("a", "09:42:00", "09:51:00", 0.5);
const main = sampleWindow("b", "09:51:00", "10:21:00", 1);

it("counts windows and services again with every change", () => {
  const impact = sampleImpact([first, main]);
  expect(impact.services[0]).toMatchObject({ weightedSeconds: 2070, impactSeconds: 2340 });
  expect(impact.services[0]?.budget.spentPercent).toBeCloseTo((2070 / 15_552) * 100, 6);
  const longer = withFields(impact, "a", { to: "2017-02-02T10:21:00.000Z" }, NOW_MS);
  expect(longer.windows.map(({ id, weightedSeconds }) => [id, weightedSeconds])).toEqual([
    ["a", 270],
    ["b", 1800],
  ]);
  const covered = withFields(longer, "a", { from: main.from }, NOW_MS);
  expect(covered.windows.find(({ id }) => id === "a")).toMatchObject({ covered: true, weightedSeconds: 0 });
});

it("adds a new window in its place and removes a removed one", () => {
  const impact = sampleImpact([main]);
  const more = withWindow(impact, first, NOW_MS);
  expect(more.windows.map(({ id }) => id)).toEqual(["a", "b"]);
  expect(withFields(more, "b", { removed: true }, NOW_MS).windows.map(({ id }) => id)).toEqual(["a"]);
  expect(withFields(impact, "x", { weight: 0 }, NOW_MS)).toBe(impact);
});

it("remembers the former fields", () => {
  expect(fieldsBefore(first, { weight: 1, to: null })).toEqual({ weight: 0.5, to: first.to });
});
