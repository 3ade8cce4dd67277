import { expect, it } from "vitest";
import { lastWordOf, timeWords } from "./time-left.ts";

const START = "2026-11-02T10:00:00Z";

it.each([
  [0, { done: 0, count: 13 }, "0 min"],
  [18, { done: 0, count: 13 }, "18 min"],
  [18, { done: 6, count: 13 }, "18 min, about 21 left"],
  [0, { done: 1, count: 2 }, "0 min, about 1 left"],
  [40, { done: 13, count: 13 }, "40 min"],
  [-2, { done: 0, count: 1 }, "0 min"],
])("says after %i minutes and %o: %s", (minutes, items, words) => {
  expect(timeWords(START, items, Date.parse(START) + minutes * 60_000)).toBe(words);
});

it("finds the newest comment of all threads that wasn't deleted", () => {
  const comment = (createdAt: string, deleted = false) => ({ createdAt, deleted });
  const first = { comments: [comment("2026-10-01T10:00:00Z"), comment("2026-10-03T10:00:00Z")] };
  const second = { comments: [comment("2026-10-02T10:00:00Z"), comment("2026-10-04T10:00:00Z", true)] };
  expect(lastWordOf([first, second])).toEqual(comment("2026-10-03T10:00:00Z"));
  expect(lastWordOf([{ comments: [] }])).toBeNull();
});
