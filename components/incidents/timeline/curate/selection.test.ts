import { describe, expect, it } from "vitest";
import { sampleEvent } from "../testing/sample-event.ts";
import { chooseLead } from "./choose-lead.ts";
import { extendTo } from "./extend-to.ts";
import { rangeBetween } from "./range-between.ts";

describe("a range of rows", () => {
  const ids = ["a", "b", "c", "d"];
  it.each([
    ["down", "b", "d", ["b", "c", "d"]],
    ["up", "c", "a", ["a", "b", "c"]],
    ["one row", "b", "b", ["b"]],
    ["from a row that is gone", "x", "b", []],
  ])("%s", (_, from, to, range) => {
    expect(rangeBetween(ids, from, to)).toEqual(range);
  });
});

describe("a selection extended by a row", () => {
  it.each([
    ["begins with both rows", [], "a", "b", ["a", "b"]],
    ["takes the next one in", ["a", "b"], "b", "c", ["a", "b", "c"]],
    ["lets go of a row when it goes back", ["a", "b", "c"], "c", "b", ["a", "b"]],
    ["goes on beyond where it began", ["b"], "b", "a", ["a", "b"]],
    ["stays at the end of the list", ["a"], "a", "a", ["a"]],
    ["begins without a current row", [], null, "a", ["a"]],
  ])("%s", (_, ticked, from, to, after) => {
    expect([...extendTo(new Set(ticked), from, to)].sort()).toEqual(after);
  });
});

describe("the event that the others go below", () => {
  const untimed = sampleEvent("untimed", null);
  const first = sampleEvent("first", "2026-11-02T22:00:00.000Z");
  const pinned = sampleEvent("pinned", "2026-11-02T22:01:00.000Z", { pinned: true });
  const milestone = sampleEvent("milestone", "2026-11-02T22:02:00.000Z", { milestones: ["detected"] });
  const lead = sampleEvent("lead", "2026-11-02T22:03:00.000Z");
  it.each([
    ["the one that holds others", [first, pinned, milestone, lead], "lead"],
    ["a milestone", [first, pinned, milestone], "milestone"],
    ["a pin", [first, pinned], "pinned"],
    ["the first with a time", [untimed, first], "first"],
    ["the first of all", [untimed], "untimed"],
  ])("is %s", (_, events, id) => {
    expect(chooseLead(events, new Set(["lead"]))?.id).toBe(id);
  });
});
