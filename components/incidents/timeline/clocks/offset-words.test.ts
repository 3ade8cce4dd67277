import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { offsetWords, parseOffset } from "./offset-words.ts";

describe("the offset of a clock", () => {
  it.each([
    ["-29 s", -29_000],
    ["−29 s", -29_000],
    ["29s", 29_000],
    ["+1 h", 3_600_000],
    ["+1 h 30 m", 5_400_000],
    ["- 2 hours and 5 min", -7_500_000],
    ["1:30", 5_400_000],
    ["-0:00:29", -29_000],
    ["0.5 s", 500],
  ])("reads %s", (text, ms) => {
    expect(parseOffset(text)).toEqual({ ok: true, ms });
  });

  it.each(["soon", "29", "1 h later", "+", "2 d"])("rejects %s with a reason", (text) => {
    expect(parseOffset(text)).toMatchObject({ ok: false });
  });

  it("returns nothing for empty text", () => {
    expect(parseOffset("  ")).toBeNull();
  });

  it.each([
    [-29_000, "−29 s"],
    [3_600_000, "+1 h"],
    [5_430_000, "+1 h 30 m 30 s"],
    [0, "0 s"],
    [-500, "−0.5 s"],
  ])("writes %d ms", (ms, words) => {
    expect(offsetWords(ms)).toBe(words);
  });

  it("reads back what it writes, to the second", () => {
    fc.assert(
      fc.property(fc.integer({ min: -86_400, max: 86_400 }), (seconds) => {
        expect(parseOffset(offsetWords(seconds * 1000))).toEqual({ ok: true, ms: seconds * 1000 });
      }),
    );
  });
});
