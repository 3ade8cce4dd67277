import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { changeOf, mapChange } from "./take-served-text.ts";

const apply = (text: string, { from, to, insert }: ReturnType<typeof changeOf>) =>
  text.slice(0, from) + insert + text.slice(to);

describe("a change of the served text", () => {
  it("makes the new text from the old one", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b", " "), maxLength: 12 });
    fc.assert(
      fc.property(letters, letters, (was, now) => {
        expect(apply(was, changeOf(was, now))).toBe(now);
      }),
    );
  });

  it("has no space that doesn't break, and no line break of the browser", () => {
    expect(changeOf("So", "So\u00A0it\uFFFC")).toEqual({ from: 2, to: 2, insert: " it" });
  });

  test.each([
    ["before it", "The pool was full.", "Our pool was full.", "Our pool was quite full."],
    ["after it", "The pool was full.", "The pool was full, twice.", "The pool was quite full, twice."],
    ["around it", "The pool was full.", "The queue is full.", "The queue is quite full."],
    ["nowhere", "The pool was full.", "The pool was full.", "The pool was quite full."],
  ])("stays where it was made after a colleague wrote %s", (_where, was, theirs, both) => {
    const mine = changeOf(was, "The pool was quite full.");
    expect(apply(theirs, mapChange(mine, was, theirs))).toBe(both);
  });

  it("deletes only what both had", () => {
    const mine = changeOf("The pool was full.", "The was full.");
    expect(apply("The big pool was full.", mapChange(mine, "The pool was full.", "The big pool was full."))).toBe(
      "The big was full.",
    );
  });
});
