import fc from "fast-check";
import { expect, it } from "vitest";
import { placeLabels } from "./place-labels.ts";

const label = (x: number, text: string) => ({ key: `${text}${x}`, x, text });

it("centres a label with room, and aligns it at the edges", () => {
  const placed = placeLabels([label(100, "Detected"), label(400, "Mitigated"), label(795, "Resolved")], 90, 800, 2);
  expect(placed.map((one) => `${one.text} ${one.anchor} ${one.row}`)).toEqual([
    "Detected start 0",
    "Mitigated middle 0",
    "Resolved end 0",
  ]);
});

it("uses a second row, then leaves labels out", () => {
  const placed = placeLabels([label(100, "aaaaaa"), label(110, "bbbbbb"), label(120, "cccccc")], 0, 800, 2);
  expect(placed.map((one) => one.row)).toEqual([0, 1]);
});

it("never lets two labels of a row touch", () => {
  const labels = fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.string({ minLength: 1, maxLength: 20 })));
  fc.assert(
    fc.property(labels, (list) => {
      const placed = placeLabels(
        list.map(([x, text]) => label(x, text)),
        0,
        900,
        2,
      );
      for (const row of [0, 1]) {
        const spans = placed
          .filter((one) => one.row === row)
          .map((one) => {
            const width = one.text.length * 6.3;
            const left = one.anchor === "start" ? one.x : one.anchor === "end" ? one.x - width : one.x - width / 2;
            return [left, left + width] as const;
          });
        for (const [at, span] of spans.entries()) if (at > 0) expect(span[0]).toBeGreaterThan(spans[at - 1]?.[1] ?? 0);
      }
    }),
  );
});

it("puts an earlier label first, however they are given", () => {
  const placed = placeLabels([label(400, "late"), label(100, "early"), label(405, "later")], 0, 800, 1);
  expect(placed.map(({ text }) => text)).toEqual(["early", "late"]);
});

it("aligns a label with the edge that it touches", () => {
  const [start, end] = placeLabels([label(2, "aaaaaaaaaa"), label(798, "bbbbbbbbbb")], 0, 800, 1);
  expect([start, end]).toEqual([
    { key: "aaaaaaaaaa2", text: "aaaaaaaaaa", x: 0, row: 0, anchor: "start" },
    { key: "bbbbbbbbbb798", text: "bbbbbbbbbb", x: 800, row: 0, anchor: "end" },
  ]);
});

it("shares a row from 10 px of air on", () => {
  const rowsAt = (air: number) =>
    placeLabels([label(100, "aa"), label(100 + 12.6 + air, "bb")], 0, 800, 2).map(({ row }) => row);
  expect([rowsAt(9.9), rowsAt(10.1)]).toEqual([
    [0, 1],
    [0, 0],
  ]);
});
