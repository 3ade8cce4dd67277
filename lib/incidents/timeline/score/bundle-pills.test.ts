import { expect, it } from "vitest";
import { bundlePills } from "./bundle-pills.ts";
import { type ScoredEvent, scoreMarks } from "./score-marks.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 9, minute)).toISOString();
const alert = (id: string, minute: number): ScoredEvent => ({
  ...{ id, at: at(minute), endAt: null, precision: "exact", uncertaintySeconds: null, shape: "signal" },
});
const piece = { fromMs: Date.parse(at(0)), toMs: Date.parse(at(50)), x0: 0, x1: 1000 };
const axis = { x0: 0, x1: 1000, pieces: [piece], folds: [] };
const pillsOf = (events: ScoredEvent[], bundles: Record<string, [count: number, until: number]>) => {
  const marks = scoreMarks(events, axis).map((mark) => ({ ...mark, y: 13 }));
  const repeats = Object.entries(bundles).map(([id, [count, until]]) => [id, { count, endAt: at(until) }] as const);
  const { pills, counted } = bundlePills(marks, axis, new Map(repeats));
  return { pills: pills.map(({ id, x, width, count }) => [id, x, x + width, count]), counted: [...counted] };
};

it("spans a bundle from its first to its last repeat", () => {
  expect(pillsOf([alert("a", 10)], { a: [14, 20] })).toEqual({ pills: [["a", 191, 409, 14]], counted: ["a"] });
});

it("joins pills that would overlap, and keeps the others", () => {
  const { pills } = pillsOf([alert("a", 10), alert("b", 11), alert("c", 30)], { a: [3, 11], b: [4, 15], c: [2, 30] });
  expect(pills).toEqual([
    ["a", 191, 309, 7],
    ["c", 591, 629, 2],
  ]);
});

it("counts events that share the glyph of a bundle, and nothing without repeats", () => {
  const close = [alert("a", 10), { ...alert("b", 10), id: "b" }];
  expect(pillsOf(close, { a: [9, 10] })).toEqual({ pills: [["a", 191, 236, 10]], counted: ["a", "b"] });
  expect(pillsOf(close, {})).toEqual({ pills: [], counted: [] });
});

it("draws no pill for an alert that fired once", () => {
  expect(pillsOf([alert("a", 10)], { a: [1, 20] })).toEqual({ pills: [], counted: [] });
});

it.each([
  ["joins a pill that ends less than 2 px before it", 20.95, [["a", 4]]],
  [
    "leaves a pill alone that ends 2 px before it",
    21,
    [
      ["a", 2],
      ["b", 2],
    ],
  ],
])("%s", (_, minute, pills) => {
  const second = { ...alert("b", 0), at: new Date(Date.UTC(2026, 0, 1, 9, 0, minute * 60)).toISOString() };
  const { pills: drawn } = pillsOf([alert("a", 10), second], { a: [2, 20], b: [2, 21] });
  expect(drawn.map(([id, , , count]) => [id, count])).toEqual(pills);
});

it("lasts as long as the latest of what shares its glyph, with a known end or not", () => {
  const open = { ...alert("b", 10), id: "b" };
  const marks = scoreMarks([alert("a", 10), open], axis).map((mark) => ({ ...mark, y: 13 }));
  const repeats = new Map([
    ["a", { count: 2, endAt: null }],
    ["b", { count: 3, endAt: at(40) }],
  ]);
  expect(bundlePills(marks, axis, repeats).pills).toMatchObject([{ id: "a", x: 191, width: 618, count: 5 }]);
});
