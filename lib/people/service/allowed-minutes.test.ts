import { expect, it } from "vitest";
import { allowedMinutes, allowedWords } from "./allowed-minutes.ts";

it("is the share of the time that the target leaves", () => {
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
