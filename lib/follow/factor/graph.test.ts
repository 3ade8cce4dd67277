import { describe, expect, it } from "vitest";
import { BOX, IMPACT_ID, layOut, neighbourOf } from "./graph.ts";

const line = (fromId: string, toId: string) => ({ fromId, toId });
const columnsOf = (ids: string[], lines: { fromId: string; toId: string }[]) =>
  Object.fromEntries([...layOut(ids, lines)].map(([id, { x }]) => [id, x / (BOX.width + BOX.gapX)]));

describe("the places of the boxes", () => {
  it("follow the lines, and the impact is after all others", () => {
    const lines = [line("a", "b"), line("b", "c"), line("a", "c"), line("a", IMPACT_ID)];
    expect(columnsOf(["a", "b", "c", "d", IMPACT_ID], lines)).toEqual({ a: 0, b: 1, c: 2, d: 0, [IMPACT_ID]: 3 });
  });

  it("are found in a circle too", () => {
    const lines = [line("a", "b"), line("b", "c"), line("c", "a")];
    expect(Object.values(columnsOf(["a", "b", "c"], lines)).sort()).toEqual([0, 1, 2]);
  });

  it("are never the same", () => {
    const places = [...layOut(["a", "b", "c", IMPACT_ID], []).values()].map(({ x, y }) => `${x} ${y}`);
    expect(new Set(places).size).toBe(4);
    expect(layOut([IMPACT_ID], []).get(IMPACT_ID)).toEqual({ x: 0, y: 0 });
  });
});

describe("an arrow key", () => {
  const nodes = [
    { id: "a", x: 0, y: 0 },
    { id: "b", x: 300, y: 0 },
    { id: "c", x: 300, y: 100 },
    { id: "d", x: 600, y: 200 },
  ];
  const lines = [line("a", "c"), line("b", "d")];
  it.each([
    ["a", "right", "c"],
    ["c", "left", "a"],
    ["c", "right", "d"],
    ["b", "down", "c"],
    ["c", "up", "b"],
    ["a", "left", null],
    ["a", "up", null],
    ["x", "up", null],
  ] as const)("from %s to the %s leads to %s", (id, way, next) => {
    expect(neighbourOf(id, way, nodes, lines)).toBe(next);
  });
});

it("places boxes below each other, and the impact between their rows", () => {
  const step = BOX.height + BOX.gapY;
  const places = layOut(["a", "b", "c", IMPACT_ID], [line("a", IMPACT_ID)]);
  expect([...places.values()].map(({ y }) => y)).toEqual([0, step, 2 * step, 1.5 * step]);
  expect(places.get(IMPACT_ID)?.x).toBe(BOX.width + BOX.gapX);
  expect([...layOut(["a", "b"], []).values()].map(({ x }) => x)).toEqual([0, 0]);
});

describe("an arrow key without a line", () => {
  const around = [
    { id: "m", x: 100, y: 100 },
    { id: "right", x: 160, y: 130 },
    { id: "far right", x: 210, y: 100 },
    { id: "far left", x: 0, y: 100 },
    { id: "left", x: 40, y: 110 },
    { id: "below", x: 130, y: 160 },
    { id: "far below", x: 100, y: 210 },
    { id: "above", x: 120, y: 40 },
    { id: "far above", x: 100, y: 0 },
  ];
  it.each([
    ["right", "far right"],
    ["left", "left"],
    ["down", "far below"],
    ["up", "above"],
  ] as const)("leads to the %s to the nearest box on that side", (way, next) => {
    expect(neighbourOf("m", way, around, [])).toBe(next);
  });
  it("leads along its own lines only", () => {
    const lines = [line("m", "far above"), line("below", "far right"), line("far left", "m")];
    expect(neighbourOf("m", "right", around, lines)).toBe("far above");
    expect(neighbourOf("m", "left", around, lines)).toBe("far left");
    expect(neighbourOf("m", "up", around, lines)).toBe("above");
  });
  it("doesn't lead to a box at the same height or in the same column", () => {
    const row = [
      { id: "m", x: 0, y: 0 },
      { id: "n", x: 10, y: 0 },
    ];
    expect(neighbourOf("m", "up", row, [])).toBeNull();
    expect(neighbourOf("m", "down", row, [])).toBeNull();
    const column = row.map(({ id, x, y }) => ({ id, x: y, y: x }));
    expect(neighbourOf("m", "left", column, [])).toBeNull();
    expect(neighbourOf("m", "right", column, [])).toBeNull();
  });
});
