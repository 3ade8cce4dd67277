import { describe, expect, it } from "vitest";
import { frozenSummary } from "./frozen-summary.ts";

const head =
  "# Checkout declined\n\nREV-3, review of INC-3.\n\n| Fact | Value |\n| --- | --- |\n| Severity | SEV2 |\n\n";

describe("the summary from a frozen review", () => {
  it("is its first paragraph without marks and citations", () => {
    const markdown = `${head}## Summary\n\nA **push** was [refused](https://example.com) by \`bank\\_eu\`. (E1) It ended. (event taken out)\n\nMore.\n\n## Impact\n\nNo.\n`;
    expect(frozenSummary(markdown)).toBe("A push was refused by bank_eu. It ended.");
  });

  it("uses the first section if the summary has another title, and skips tables and lists", () => {
    expect(frozenSummary(`${head}## In short\n\n| a |\n| - |\n\n- one\n\nThen words.\n`)).toBe("Then words.");
  });

  it("is cut at a word, and empty if nothing is written", () => {
    const long = frozenSummary(`## Summary\n\n${"many words ".repeat(60)}`);
    expect(long).toMatch(/words…$|many…$/);
    expect(long.length).toBeLessThanOrEqual(401);
    expect(frozenSummary(`${head}## Summary\n\n## Impact\n\nNo.\n`)).toBe("");
    expect(frozenSummary("")).toBe("");
  });
});

describe("the first words of a frozen review", () => {
  const summary = (text: string) => frozenSummary(`# T\n\n## Impact\n\nLater.\n\n## Summary\n\n${text}\n`);

  it.each([
    ["Found also where it isn't the first section.", "Found also where it isn't the first section."],
    ["  Indented words.", "Indented words."],
    ["Two\nlines\tand  spaces.", "Two lines and spaces."],
    ["See ![a graph](/p/1) and [the plan](https://example.org).", "See a graph and the plan."],
    ["It ended (E12), then (E3) again.", "It ended, then again."],
    ["A \\*star\\* and **bold** _words_.", "A *star* and bold words."],
    ["1. One\n\nThen words.", "Then words."],
    ["> Quoted\n\nThen words.", "Then words."],
    ["```\ncode\n```\n\nThen words.", "Then words."],
    ["### Own heading\n\nThen words.", "Then words."],
    ["  - indented item\n\nThen words.", "Then words."],
  ])("of %j", (text, expected) => expect(summary(text)).toBe(expected));

  it("come from the summary, not from a section whose title only starts alike", () => {
    expect(frozenSummary("## Notes\n\nFirst.\n\n## Summary\n\nWords.\n")).toBe("Words.");
    expect(frozenSummary("## Notes\n\nFirst.\n\n## Summary of costs\n\nWords.\n")).toBe("First.");
    expect(frozenSummary("## Notes\n\nFirst.\n\n## Our Summary\n\nWords.\n")).toBe("First.");
  });

  it("have at most 400 letters and end with a word", () => {
    const exact = `${"x".repeat(399)}.`;
    expect(summary(exact)).toBe(exact);
    expect(summary(`${"x".repeat(390)}, and more of it`)).toBe(`${"x".repeat(390)}, and more…`);
    expect(summary(`${"x".repeat(395)}; more words`)).toBe(`${"x".repeat(395)}…`);
  });
});
