import { expect, it } from "vitest";
import { latenessWords, shortLateness } from "./lateness-words.ts";

it.each([
  [39, "39 d late", "39 d late"],
  [1, "1 d late", "1 d late"],
  [0, "due today", "today"],
  [-3, "due in 3 d", "in 3 d"],
])("%i days late is worded in full and short", (days, full, short) => {
  expect(latenessWords(days)).toBe(full);
  expect(shortLateness(days)).toBe(short);
});
