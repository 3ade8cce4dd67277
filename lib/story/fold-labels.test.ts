import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labelFolds } from "./fold-labels.ts";

const SLIM = [31, 49, 67, 85, 103];
const FULL = [39, 65, 91, 117, 143];
const fold = { fromMs: 0, toMs: 1, x0: 400, x1: 478, seconds: 66_600 };
const MIDDLE = 439;
const at = (laneYs: readonly number[], ...lanes: number[]) =>
  lanes.map((lane) => ({ x: MIDDLE, y: laneYs[lane] ?? 0 }));
const linesOf = (laneYs: readonly number[], marks: { x: number; y: number }[]) =>
  labelFolds([fold], laneYs, marks)[0]?.lines ?? [];

describe("the label of a fold", () => {
  it.each([
    ["nothing is in it", SLIM, at(SLIM)],
    ["a mark stands in its top lane", SLIM, at(SLIM, 0)],
    ["a mark stands in its middle lane", SLIM, at(SLIM, 2)],
    ["marks stand in two lanes", SLIM, at(SLIM, 0, 1)],
    ["marks stand in all lanes but the last two", SLIM, at(SLIM, 0, 1, 2)],
    ["lanes are high and all but one are taken", FULL, at(FULL, 0, 1, 2, 3)],
    ["marks stand beside the words", SLIM, SLIM.map((y) => ({ x: 402, y }))],
  ])("are two lines when %s", (_, laneYs, marks) => {
    expect(linesOf(laneYs, marks).map(({ text }) => text)).toEqual(["18 h 30 m", "folded"]);
  });

  it.each([
    ["every second lane is taken", at(SLIM, 0, 2, 4)],
    ["one lane is free", at(SLIM, 0, 1, 2, 4)],
  ])("are the length alone when %s", (_, marks) => {
    const [only, ...more] = linesOf(SLIM, marks);
    expect([only?.text, more]).toEqual(["18 h 30 m", []]);
    for (const { y } of marks) expect(Math.abs((only?.y ?? 0) - 4 - y)).toBeGreaterThan(10);
  });

  it("is in the row of the ticks when every lane is taken", () => {
    expect(linesOf(SLIM, at(SLIM, 0, 1, 2, 3, 4))).toEqual([{ text: "18 h 30 m", y: 11 }]);
  });
});

it("never covers a mark", () => {
  let labels = 0;
  const place = fc.record({ lane: fc.nat(4), x: fc.integer({ min: 390, max: 490 }) });
  fc.assert(
    fc.property(fc.constantFrom(SLIM, FULL), fc.array(place, { maxLength: 12 }), (laneYs, placed) => {
      const marks = placed.map(({ lane, x }) => ({ x, y: laneYs[lane] ?? 0 }));
      for (const { text, y } of linesOf(laneYs, marks)) {
        labels += 1;
        const isOn = (mark: { x: number; y: number }) =>
          Math.abs(mark.x - MIDDLE) < text.length * 3 + 6 && mark.y - 6 < y && mark.y + 6 > y - 8;
        expect(marks.filter(isOn)).toEqual([]);
      }
    }),
  );
  expect(labels).toBeGreaterThan(20);
});

describe("the place of a label", () => {
  it("is the middle if that is free, otherwise the nearest place to it", () => {
    expect(linesOf(SLIM, [])).toEqual([
      { text: "18 h 30 m", y: 67 + 4 - 7.5 },
      { text: "folded", y: 67 + 4 + 7.5 },
    ]);
    expect(linesOf(FULL, at(FULL, 2)).map(({ y }) => y)).toEqual([65 + 4 - 7.5, 65 + 4 + 7.5]);
    expect(linesOf(FULL, at(FULL, 0, 1, 2)).map(({ y }) => y)).toEqual([117 + 4 - 7.5, 117 + 4 + 7.5]);
  });
  it("is clear of a mark that just touches it", () => {
    const reachX = (9 * 6) / 2 + 7;
    const y = SLIM[2] ?? 0;
    const first = (marks: { x: number; y: number }[]) => linesOf(SLIM, marks)[0]?.y;
    expect(first([{ x: MIDDLE + reachX, y }])).toBe(y + 4 - 7.5);
    expect(first([{ x: MIDDLE + reachX - 1, y }])).not.toBe(y + 4 - 7.5);
    expect(first([{ x: MIDDLE, y: y + 19 }])).toBe(y + 4 - 7.5);
    expect(first([{ x: MIDDLE, y: y + 18 }])).not.toBe(y + 4 - 7.5);
  });
  it("is found without lanes too", () => {
    expect(linesOf([], [])[0]).toEqual({ text: "18 h 30 m", y: 4 - 7.5 });
  });
});
