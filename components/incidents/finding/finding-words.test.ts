import { expect, it } from "vitest";
import type { FindingKind } from "#lib/base/vocabulary/finding.ts";
import { fileWords, foundWords } from "./finding-words.ts";

it.each<[FindingKind[], string]>([
  [["factor", "factor", "action", "action", "action", "summary"], "2 factors, 3 actions and a summary"],
  [["action"], "1 action"],
  [["summary", "impact"], "a summary and the impact"],
  [["summary", "summary", "impact", "impact"], "2 summaries and 2 impacts"],
  [[], ""],
])("%j is said as %s", (kinds, words) => {
  expect(foundWords(kinds)).toBe(words);
});

it("names at most three files", () => {
  const of = (...names: string[]) => fileWords(names.map((filename) => ({ filename })));
  expect(of("a.md", "a.md")).toBe("a.md");
  expect(of("a.md", "b.md", "c.md")).toBe("a.md, b.md and c.md");
  expect(of("a.md", "b.md", "c.md", "d.md", "e.md")).toBe("a.md, b.md, c.md and 2 more");
});
