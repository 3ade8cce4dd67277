import { expect, it } from "vitest";
import { allowedMinutes, allowedWords } from "./allowed-minutes.ts";

it("returns the share of the time that the target allows", () => {
  expect(allowedMinutes(99.8, 30)).toBeCloseTo(86.4, 6);
  expect(allowedMinutes(100, 30)).toBe(0);
});

it.each([
  [99.8, "86 minutes"],
  [99.99, "4 minutes 19 seconds"],
  [99, "7 hours 12 minutes"],
  [99.9995, "13 seconds"],
  [100, "nothing"],
  [99.95, "22 minutes"],
])("%d %% allows %s in 30 days", (target, words) => {
  expect(allowedWords(target, 30)).toBe(words);
});

it.each([
  [599, "9 minutes 59 seconds"],
  [600, "10 minutes"],
  [61, "1 minute 1 second"],
  [119 * 60, "119 minutes"],
  [120 * 60, "2 hours"],
  [25 * 3600, "25 hours"],
])("%d seconds are %s", (seconds, words) => {
  const days = 30;
  expect(allowedWords(100 - (100 * seconds) / (days * 86_400), days)).toBe(words);
});
