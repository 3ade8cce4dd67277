import { describe, expect, it } from "vitest";
import { oneOf, only, opening, words } from "./phrases.ts";

describe("tables of phrases", () => {
  it("joins lines and bars with blanks, and leaves the bars within a phrase", () => {
    expect(oneOf`
      outages? | (?:was|were) down
      time\s?line
    `).toBe(String.raw`(?:outages?|(?:was|were) down|time\s?line)`);
  });

  it("takes further phrases in", () => {
    expect(oneOf`on ${"mon|tue"} | today`).toBe("(?:on mon|tue|today)");
  });

  it.each([
    ["The OUTAGE began", true],
    ["two outages", true],
    ["outaged", false],
    ["an offline outage", true],
    ["nothing", false],
  ])("finds whole words in %j: %s", (text, isFound) => {
    expect(words`outages? | offline`.test(text)).toBe(isFound);
  });

  it.each([
    ["Summary of it", true],
    ["summarycal", false],
    ["A summary", false],
  ])("finds the opening of %j: %s", (text, isFound) => {
    expect(opening`summary | overview`.test(text)).toBe(isFound);
  });

  it.each([
    ["Overview", true],
    ["overview of it", false],
    ["an overview", false],
  ])("knows whether %j is only a phrase: %s", (text, isOnly) => {
    expect(only`summary | overview`.test(text)).toBe(isOnly);
  });
});
