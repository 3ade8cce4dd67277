import { expect, it } from "vitest";
import { endedWords, endingWords } from "./ending-words.ts";

it.each([
  [0, 0, null, "0 other sessions ended"],
  [1, 0, "1 other session ends.", "1 other session ended"],
  [3, 0, "3 other sessions end.", "3 other sessions ended"],
  [0, 1, "1 personal token is revoked.", "1 personal token revoked"],
  [0, 2, "2 personal tokens are revoked.", "2 personal tokens revoked"],
  [1, 2, "1 other session ends and 2 personal tokens are revoked.", "1 other session ended, 2 personal tokens revoked"],
])("names what ends with %i sessions and %i tokens", (sessions, tokens, before, after) => {
  expect(endingWords({ sessions, tokens })).toBe(before);
  expect(endedWords({ sessions, tokens })).toBe(after);
});
