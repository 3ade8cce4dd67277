import { describe, expect, it } from "vitest";
import { readFactors } from "./read-factors.ts";
import { readHead } from "./read-summary.ts";

const statements = (text: string) => readFactors(text).map(({ role, statement }) => [role, statement]);

describe("readFactors", () => {
  it.each([
    ["## Root cause\n\nThe pool held ten connections.\n", "contributor"],
    ["## Root Cause Analysis\n\n- The pool held ten connections.\n", "contributor"],
    ["## Contributing factors\n1. The pool held ten connections.", "contributor"],
    ["**Causes:**\n\nThe pool held ten connections.", "contributor"],
    ["### Trigger\n\nThe pool held ten connections.", "trigger"],
    ...[
      "Where we got lucky",
      "Where luck helped",
      "How luck helped",
      "Luck helped",
      "Where we were lucky",
      "Where we were fortunate",
      "Where chance helped",
      "Lucky breaks",
      "Lucky circumstances",
      "Luck",
    ].map((title) => [`### ${title}\n\n* The pool held ten connections.`, "luck"]),
    ["Where luck helped:\n\n- The pool held ten connections.", "luck"],
  ])("reads %j as %s", (text, role) => {
    expect(statements(text)).toEqual([[role, "The pool held ten connections."]]);
  });

  it("treats a cause that was set off by something as the trigger", () => {
    const text = "## Root cause\n\nThe outage was triggered by the release of v42.\n\nThe pool held ten connections.";
    expect(statements(text).map(([role]) => role)).toEqual(["trigger", "contributor"]);
  });

  it("keeps nested lines with their item, and the first sentence of a long paragraph", () => {
    const long = `The pool held ten connections. ${"It had not been changed since the launch of the shop. ".repeat(8)}`;
    const text = `## Causes\n\n- A limit of ten\n  - set in March\n\n${long}`;
    expect(readFactors(text)).toMatchObject([
      { line: 3, statement: "A limit of ten set in March" },
      { line: 6, statement: "The pool held ten connections.", asWritten: long.trim() },
    ]);
  });

  it.each([
    "## Root cause\n\n*Note the final root cause and what\nneeds to change.*",
    "## Root cause\n\nTBD",
    "## Where we got lucky\n\nWe didn't, really.",
    "## Causes\n\nThese came together:",
    "## Root cause\n\n### What went well\n\nThe team was quick to answer.",
    "## Actions for the root cause\n\n- Raise the limit of the pool",
    "## Impact\n\nThe cause of many tickets was the outage.",
  ])("finds nothing in %j", (text) => {
    expect(readFactors(text)).toEqual([]);
  });
});

describe("readHead", () => {
  it("reads title and summary unchanged", () => {
    const text =
      "# Checkout refused cards\n\n## Summary\n\nEvery third **card**\nfailed.\n\n- For 24 minutes\n\n## Timeline\n\n14:05 x";
    expect(readHead(text)).toMatchObject({
      title: "Checkout refused cards",
      summary: "Every third card failed.\n\nFor 24 minutes",
    });
  });

  it("prefers the title of the front matter, and doesn't use the title of a part", () => {
    expect(readHead('---\ntitle: "Cards: refused"\n---\n# Other\n').title).toBe("Cards: refused");
    expect(readHead("## Summary\n\nx").title).toBeNull();
    expect(readHead("# Timeline\n\n14:05 x").title).toBeNull();
    expect(readHead("14:05 alert fires")).toMatchObject({ title: null, summary: null });
  });
});

describe("the impact of a write-up", () => {
  it.each([
    ["## Impact\n\nOne in four sign-ins failed.", 3, "One in four sign-ins failed."],
    ["# Outage\n\n### Customer impact\n- Mail was late\n- No mail was lost", 4, "Mail was late\n\nNo mail was lost"],
    ["## Impact on customers\nOrders failed.\n\n## Timeline\n14:05 x", 2, "Orders failed."],
    ["**Impact:**\n\nSearch was slow.", 3, "Search was slow."],
    ["## User Impact\n\nNobody could upload.\n\n### Detection\n\nAn alert.", 3, "Nobody could upload."],
  ])("%j is read from line %d", (text, line, words) => {
    expect(readHead(text).passages).toEqual([{ kind: "impact", line, text: words }]);
  });

  it.each([
    "## How to reduce impact\n\nShard it.",
    "## Impact\n\n## Timeline\n14:05 x",
    "The impact was large.",
    "## High impact changes\n\nNone.",
    "- 14:05 impact starts",
  ])("%j states none", (text) => {
    expect(readHead(text).passages.filter(({ kind }) => kind === "impact")).toEqual([]);
  });
});
