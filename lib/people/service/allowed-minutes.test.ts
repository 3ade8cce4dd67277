import { expect, it } from "vitest";
import { allowedMinutes, allowedWords } from "./allowed-minutes.ts";

it("returns the share of the time that the target allows", () => {
  expect(allowedMinutes(99.8, 30)).toBeCloseTo(86.4, 6);
  expect(allowedMinutes(100, 30)).toBe(0);
});

it.each([
  [99.8, "1 h 26 m"],
  [99.99, "4 m 19 s"],
  [99, "7 h 12 m"],
  [99.9995, "13 s"],
  [100, "nothing"],
  [99.95, "22 m"],
])("%d %% allows %s in 30 days", (target, words) => {
  expect(allowedWords(target, 30)).toBe(words);
});

it.each([
  [599, "9 m 59 s"],
  [600, "10 m"],
  [61, "1 m 1 s"],
  [119 * 60, "1 h 59 m"],
  [120 * 60, "2 h"],
  [25 * 3600, "25 h"],
])("%d seconds are %s", (seconds, words) => {
  const days = 30;
  expect(allowedWords(100 - (100 * seconds) / (days * 86_400), days)).toBe(words);
});
