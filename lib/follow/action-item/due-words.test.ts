import { expect, it } from "vitest";
import { firstDateWords, movedDateWords } from "./due-words.ts";

it.each([
  ["2026-12-12", "2026-12-03", "12 Dec, first 3 Dec"],
  ["2027-01-12", "2026-12-03", "12 Jan, first 3 Dec 2026"],
  [null, "2026-12-03", "no date, first 3 Dec"],
  ["2026-12-03", "2026-12-03", null],
  ["2026-12-03", null, null],
  [null, null, null],
])("says that %s was %s at first: %s", (dueDate, originalDueDate, words) => {
  expect(movedDateWords({ dueDate, originalDueDate })).toBe(words);
  expect(firstDateWords({ dueDate, originalDueDate })).toBe(words?.slice(words.indexOf("first")) ?? null);
});
