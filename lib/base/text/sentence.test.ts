import { expect, it } from "vitest";
import { asQuotation, asSentence, countWords, listWords } from "./sentence.ts";

it("lists", () => {
  expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(listWords)).toEqual(["", "a", "a and b", "a, b and c"]);
});

it("counts", () => {
  expect(countWords(1, "alert")).toBe("1 alert");
  expect(countWords(2, "reply", "replies")).toBe("2 replies");
});

it.each([
  ["no reads\n from the primary ", "no reads from the primary."],
  ["Is it back?", "Is it back?"],
  [" ", ""],
])("%j becomes a sentence", (text, sentence) => expect(asSentence(text)).toBe(sentence));

it("quotes on one line and cuts at a word", () => {
  expect(asQuotation(" Deploy\nfinished. ")).toBe("“Deploy finished”");
  expect(asQuotation("one two", 7)).toBe("“one two”");
  expect(asQuotation("one two three four", 9)).toBe("“one two…”");
  expect(asQuotation("x".repeat(20), 10)).toBe(`“${"x".repeat(5)}…”`);
});
