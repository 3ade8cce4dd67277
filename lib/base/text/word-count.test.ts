import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readingMinutes, wordCountOf } from "./word-count.ts";

describe("the number of words", () => {
  it.each([
    ["", 0],
    ["  \n ", 0],
    ["— … !", 0],
    ["The replica fell behind.", 4],
    ["It didn't restart", 3],
    ["db1 at noon", 3],
    ["Der Lastverteiler fiel aus", 4],
    ["backups\nstopped", 2],
    ["你好 世界", 2],
  ])("of %j is %i", (text, count) => expect(wordCountOf(text)).toBe(count));

  it("of two lines is the sum of both", () => {
    fc.assert(
      fc.property(fc.lorem(), fc.lorem(), (one, other) => {
        expect(wordCountOf(`${one}\n${other}`)).toBe(wordCountOf(one) + wordCountOf(other));
      }),
    );
  });
});

it.each([
  [0, 1],
  [238, 1],
  [2380, 10],
  [3000, 13],
])("%i words take %i min to read", (words, minutes) => expect(readingMinutes(words)).toBe(minutes));
