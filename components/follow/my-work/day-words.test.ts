import { expect, it } from "vitest";
import { needWords } from "./day-words.ts";

it("names how much waits", () => {
  expect([0, 1, 4, 12].map(needWords)).toEqual([
    "Nothing needs your attention.",
    "1 item needs your attention.",
    "4 items need your attention.",
    "12 items need your attention.",
  ]);
});
