import { describe, expect, it } from "vitest";
import { BOX, IMPACT_ID, layOut, neighbourOf } from "./graph.ts";

const line = (fromId: string, toId: string) => ({ fromId, toId });
const columnsOf = (ids: string[], lines: { fromId: string; toId: string }[]) =>
  Object.fromEntries([...layOut(ids, lines)].map(([id, { x }]) => [id, x / (BOX.width + BOX.gapX)]));

describe("the places of the boxes", () => {
  it("follow the lines, and the impact is behind all", () => {
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
