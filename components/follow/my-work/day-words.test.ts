import { expect, it } from "vitest";
import { dayHead, needWords } from "./day-words.ts";

it("says the day in full", () => {
  expect(dayHead("2017-02-14")).toBe("Tuesday 14 February");
});

it("says how much waits", () => {
  expect([0, 1, 4, 12].map(needWords)).toEqual([
    "Nothing needs you now.",
    "One thing needs you.",
    "Four things need you.",
    "12 things need you.",
  ]);
});
