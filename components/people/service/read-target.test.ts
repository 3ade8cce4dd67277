import { expect, it } from "vitest";
import { readTarget, targetWords } from "./read-target.ts";

it.each([
  ["99.8", 99.8],
  [" 99,95 % ", 99.95],
  ["100%", 100],
  ["99.995", 99.995],
  ["0", null],
  ["100.1", null],
  ["99.9995", null],
  ["high", null],
  ["", null],
])("reads the target %j as %s", (text, percent) => {
  expect(readTarget(text)).toBe(percent);
});

it.each([
  [99.8, "99.80%"],
  [99.995, "99.995%"],
  [100, "100.00%"],
])("%d is shown as %s", (percent, words) => {
  expect(targetWords(percent)).toBe(words);
});
