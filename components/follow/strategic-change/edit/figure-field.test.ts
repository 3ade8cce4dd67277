import fc from "fast-check";
import { expect, it } from "vitest";
import { figureWords, scoreWords, tickWords } from "../figure-words.ts";
import { figureError, figureText, readFigure } from "./figure-field.tsx";

it.each([
  ["", null],
  ["  ", null],
  ["28", 28],
  ["2.5", 2.5],
  ["2,5", 2.5],
  ["0,125", 0.125],
  ["99,995", "wrong"],
  ["1,400", "wrong"],
  ["-1,400", "wrong"],
  ["1,400,000", "wrong"],
  ["1 400", 1400],
  ["1\u202f400", 1400],
  ["-3", -3],
  ["\u22123.5", -3.5],
  ["28 min", "wrong"],
  ["1e3", "wrong"],
])("%j is read as %j", (text, figure) => expect(readFigure(text)).toBe(figure));

it("reads what it wrote", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12 + 1, max: 1e12 - 1 }), fc.integer({ min: 0, max: 4 }), (whole, decimals) => {
      const figure = Number((whole / 10 ** decimals).toFixed(decimals));
      expect(readFigure(figureText(figure))).toBe(figure);
    }),
  );
});

it.each([
  [1400, "min", "1,400 min"],
  [99.995, "%", "99.995 %"],
  [0.004, "", "0.004"],
  [-2.5, "points", "-2.5 points"],
])("%d is written with its digits", (value, unit, words) => expect(figureWords(value, unit)).toBe(words));

it.each([
  [1400, "1,400"],
  [0.002, "0.002"],
  [-20_000, "-20,000"],
  [1_500_000, "1.5M"],
  [1e12, "1T"],
])("%d is short on an axis", (value, words) => expect(tickWords(value)).toBe(words));

const minutes = { metric: "Way back", unit: "min", baseline: 41, target: 5, by: "2026-12-31" };
it.each([
  ["a number of the measure", { text: "28", of: minutes }, minutes, undefined],
  ["with another target by now", { text: "28", of: minutes }, { ...minutes, target: 3 }, undefined],
  [
    "of another unit by now",
    { text: "28", of: minutes },
    { ...minutes, unit: "h" },
    "Someone changed what is measured",
  ],
  ["of another metric by now", { text: "28", of: minutes }, { ...minutes, metric: "Way in" }, "Someone changed what"],
  ["empty, of another unit", { text: " ", of: minutes }, { ...minutes, unit: "h" }, undefined],
  ["no number", { text: "half an hour", of: minutes }, minutes, "Enter a number"],
  ["no number, and the measure is gone", { text: "half an hour", of: minutes }, null, undefined],
])("a figure is sent unless it is wrong: %s", (_, figure, now, error) => {
  const said = figureError(figure, now);
  if (error === undefined) expect(said).toBeUndefined();
  else expect(said).toContain(error);
});

it.each([
  [31, "31"],
  [31.04, "31"],
  [1234.56, "1,235"],
  [0.75, "0.75"],
  [0.012_345, "0.0123"],
])("the score %d is whole, or has three digits if it is small", (score, words) =>
  expect(scoreWords(score)).toBe(words),
);
