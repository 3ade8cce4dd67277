import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sizeWords } from "./size-words.ts";

describe("a size in words", () => {
  it.each([
    [0, "0 B"],
    [1023, "1023 B"],
    [1024, "1 kB"],
    [1025, "2 kB"],
    [999 * 1024, "999 kB"],
    [999 * 1024 + 1, "1 MB"],
    [10 * 1024 * 1024, "10 MB"],
    [10 * 1024 * 1024 + 1, "10.1 MB"],
  ])("%i bytes", (bytes, words) => expect(sizeWords(bytes)).toBe(words));

  it("differs from a limit of whole megabytes for every file above it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 1e9 }), (megabytes, more) => {
        const limit = megabytes * 1024 * 1024;
        expect(sizeWords(limit + more)).not.toBe(sizeWords(limit));
      }),
    );
  });
});
