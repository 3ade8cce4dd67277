import { describe, expect, it } from "vitest";
import { inTextOrder, nextPoint, type OpenPoint, type OpenPointKind, pointWords } from "./open-point-order.ts";

const point = (kind: OpenPointKind, id: string, at: number | null): OpenPoint => ({
  kind,
  id,
  at,
  words: `Words of ${id}`,
});
const POINTS = inTextOrder([
  point("factor", "f1", null),
  point("comment", "c1", 40),
  point("comment", "gone", null),
  point("comment", "c2", 10),
  point("hint", "h1", 40),
  point("suggestion", "s1", 25),
  point("fact", "impact", 10),
  point("factor", "f2", null),
]);
const idAt = (at: number) => POINTS[at]?.id;
const go = (from: { current?: string; caret?: number }, by: 1 | -1) => {
  const current = POINTS.find(({ id }) => id === from.current) ?? null;
  return idAt(nextPoint(POINTS, { current, caret: from.caret ?? null }, by));
};

it("orders open points by their place, those at one place by kind, and those without one last", () => {
  expect(POINTS.map(({ id }) => id)).toEqual(["impact", "c2", "s1", "c1", "h1", "gone", "f1", "f2"]);
});

describe("the next open point", () => {
  it("is the one after the caret, or at it", () => {
    expect([go({ caret: 0 }, 1), go({ caret: 11 }, 1), go({ caret: 25 }, 1)]).toEqual(["impact", "s1", "s1"]);
  });

  it("is the one before the caret, or at it, in the other direction", () => {
    expect([go({ caret: 39 }, -1), go({ caret: 25 }, -1), go({ caret: 12 }, -1)]).toEqual(["s1", "s1", "c2"]);
  });

  it("follows the current one, wherever the caret is, and goes around", () => {
    expect([go({ current: "c1", caret: 5 }, 1), go({ current: "f2" }, 1), go({ current: "impact" }, -1)]).toEqual([
      ...["h1", "impact", "f2"],
    ]);
  });

  it("goes around from the caret too", () => {
    expect([go({ caret: 90 }, 1), go({ caret: 0 }, -1)]).toEqual(["gone", "f2"]);
    const placed = POINTS.filter(({ at }) => at !== null);
    expect(nextPoint(placed, { current: null, caret: 90 }, 1)).toBe(0);
  });

  it("is the first or the last one outside the text", () => {
    expect([go({}, 1), go({}, -1)]).toEqual(["impact", "f2"]);
  });

  it("is none without any", () => {
    expect(nextPoint([], { current: null, caret: 1 }, 1)).toBe(-1);
    expect(pointWords([], -1)).toBe("No open points");
  });
});

it("names a point with its place among its kind, and its text", () => {
  expect(POINTS.map((_, at) => pointWords(POINTS, at)).slice(1, 5)).toEqual([
    "Comment 1 of 3: Words of c2",
    "Suggestion 1 of 1: Words of s1",
    "Comment 2 of 3: Words of c1",
    "Wording hint 1 of 1: Words of h1",
  ]);
});
