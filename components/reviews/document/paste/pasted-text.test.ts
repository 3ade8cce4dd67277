import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isMarkdown, tableOf } from "./pasted-text.ts";

describe("pasted text is Markdown", () => {
  it.each([
    "# Outage\n\nThe replica fell behind.",
    "## Cause\n\nA lock.\n\n## Fix\n\nAn index.",
    "- first\n- second",
    "1. stop\n2. start",
    "- [ ] rotate the key",
    "```sh\nls\n```",
    "| a | b |\n| --- | --- |\n| 1 | 2 |",
    "see [the runbook](https://example.com/a)",
    "It was **not** paged.",
  ])("%j", (text) => expect(isMarkdown(text)).toBe(true));

  it.each([
    "",
    "The replica fell behind.",
    "# restart the database",
    "# stop\n# start",
    "# stop\nsystemctl stop db\n# start\nsystemctl start db",
    "- Really?",
    "23:30 - replica lag\n23:40 - paged",
    "a * b * c",
    "5 * 3\n7 * 2",
    "-----\n",
    "[1] https://example.com",
  ])("%j isn't", (text) => expect(isMarkdown(text)).toBe(false));
});

describe("a copied spreadsheet", () => {
  const cell = fc.stringMatching(/^[a-z0-9 ]{1,5}$/);
  it("is read cell by cell, whatever ends its lines", () => {
    const table = fc
      .integer({ min: 2, max: 5 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 2 }))
      .filter((rows) => rows.some((row) => row[0]?.trim() !== ""));
    fc.assert(
      fc.property(table, fc.constantFrom("\n", "\r\n"), fc.boolean(), (rows, end, isEnded) => {
        const text = rows.map((row) => row.join("\t")).join(end) + (isEnded ? end : "");
        expect(tableOf(text)).toEqual(rows);
      }),
    );
  });

  it.each(["one line\twith a tab", "no tabs\nat all", "a\tb\nc", "\tindented\n\tcode", ""])("isn't %j", (text) =>
    expect(tableOf(text)).toBeNull(),
  );
});
