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
