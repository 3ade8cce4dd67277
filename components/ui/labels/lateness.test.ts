import { expect, it } from "vitest";
import { ageStep, wordsOfLateness } from "./lateness.ts";

it.each([
  [-3, 0, "in 3 d"],
  [0, 0, "today"],
  [1, 1, "1 d late"],
  [7, 1, "7 d late"],
  [8, 2, "8 d late"],
  [30, 2, "30 d late"],
  [31, 3, "31 d late"],
  [90, 3, "90 d late"],
  [91, 4, "91 d late"],
])("%d days", (daysLate, step, words) => {
  expect(ageStep(daysLate)).toBe(step);
  expect(wordsOfLateness(daysLate)).toBe(words);
});
