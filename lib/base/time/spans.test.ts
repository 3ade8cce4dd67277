import { expect, it } from "vitest";
import { axisStepMs, DAY_MS, HOUR_MS, MINUTE_MS } from "./spans.ts";

it.each([
  ["exactly wide enough", 1 / 1000, 60, MINUTE_MS],
  ["a little too narrow", 1 / 1000, 60.1, 2 * MINUTE_MS],
  ["between two steps", 1 / MINUTE_MS, 61, 2 * HOUR_MS],
  ["wider than a year", 1 / DAY_MS, 1000, 365 * DAY_MS],
])("takes the shortest round step of an axis: %s", (_case, pxOfMs, leastPx, step) => {
  expect(axisStepMs(pxOfMs, leastPx)).toBe(step);
});
