import fc from "fast-check";
import { expect, it } from "vitest";
import { swappedLetters } from "./swapped-letters.ts";

it.each([
  ["bakcup", "backup"],
  ["abckup", "backup"],
  ["backpu", "backup"],
  ["databsae", "database"],
  ["müssne", "müssen"],
])("of %s include %s", (typed, meant) => {
  expect(swappedLetters(typed)).toContain(meant);
});

it("keep length and letters, never repeat, and exclude the word itself", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), (word) => {
      const all = swappedLetters(word);
      expect(all.length).toBeLessThanOrEqual(20);
      expect(new Set(all).size).toBe(all.length);
      expect(all).not.toContain(word);
      for (const one of all) expect([...one].sort()).toEqual([...word].sort());
    }),
  );
});
