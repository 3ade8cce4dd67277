import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SourceText } from "#importers/base/importer.ts";
import { notesImporter } from "#importers/notes/notes.ts";
import { csvImporter } from "#importers/table/csv.ts";
import { growth } from "#lib/base/testing/growth.ts";

function source(text: string, filename = "x.txt"): SourceText {
  return { filename, text, json: undefined };
}

const stamp = fc.constantFrom(
  "14:05",
  "14:05 UTC",
  "**14:05**",
  "2024-05-01 10:00",
  "2024-05-01",
  "May 3",
  "25:10",
  "14:??",
  "2X:XX",
  "~9:15 am",
  "T+5m",
  "8:20 - 8:24",
  "[12-05 16:21]",
  "HH:mm",
  "03/04/2024 10:00",
  "Monday",
  "At 10:00",
  "10:42 AM",
  "2024-02-30",
  "",
);
const mark = fc.constantFrom(
  "- ",
  "* ",
  "  - ",
  "1. ",
  "### ",
  "## ",
  "",
  "",
  "> ",
  "| ",
  "    ",
  "\t",
  "• ",
  "** ",
  "<li>",
);
const word = fc.constantFrom(
  "Timeline",
  "**Timeline:**",
  "Action items:",
  "```",
  "| a | b |",
  "|---|---|",
  "All times in UTC",
  "---",
  "[x]: y",
  "<!-- c -->",
  "",
);
const line = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(mark, stamp).map(([a, b]) => ({ head: `${a}${b} `, token: true })) },
  { weight: 1, arbitrary: word.map((head) => ({ head, token: false })) },
);

describe("every text", () => {
  it("is read without an error", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
        notesImporter.detect(source(text));
        notesImporter.parse(source(text), {});
        csvImporter.detect(source(text));
        csvImporter.parse(source(text, "x.csv"), {});
      }),
      { numRuns: 300 },
    );
  });

  it("loses no line: each ends in an event, a reject or the context", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
        const text = lines.map(({ head, token }, index) => (token ? `${head}word${index}x` : head)).join("\n");
        const result = JSON.stringify(notesImporter.parse(source(text), { zone: "UTC", date: "2024-05-01" }));
        for (const [index, { token }] of lines.entries()) if (token) expect(result).toContain(`word${index}x`);
      }),
      { numRuns: 500 },
    );
  });

  it("gives instants in UTC or a question, never both", () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 12 }),
        fc.constantFrom({}, { zone: "America/New_York" }),
        (lines, options) => {
          const text = lines.map(({ head }, index) => `${head}word${index}x`).join("\n");
          for (const event of notesImporter.parse(source(text), options).events) {
            expect(event.at === null).toBe(event.ambiguity !== null);
            if (event.at !== null) expect(new Date(event.at).toISOString()).toBe(event.at);
            if (event.endAt !== null) expect(event.endAt >= (event.at ?? "")).toBe(true);
            expect(event.title).not.toBe("");
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("a huge text", () => {
  it.each([
    ["one line of words", "word "],
    ["one line of brackets", "["],
    ["one line of stars", "*"],
    ["one line of times", "14:05 "],
    ["one line of bars", "|"],
    ["one line of quotes", '"'],
    ["one line of code marks", "`"],
    ["many short entries", "14:05 UTC a\n"],
    ["many open fences", "```x\n"],
    ["a stamped line of spaces", " ", "14:05 UTC ", "x"],
  ])("%s is read with work in proportion to it", { timeout: 120_000 }, (_, part, before = "", after = "") => {
    const text = (size: number) => `${before}${part.repeat(size / part.length)}${after}`;
    const read = (huge: string) => {
      notesImporter.detect(source(huge));
      notesImporter.parse(source(huge), { date: "2024-05-01" });
      csvImporter.detect(source(huge));
    };
    const lines = part.endsWith("\n") ? 20 : 1;
    expect(growth(text, read, 160_000 / lines, 1_280_000 / lines)).toBeLessThan(30);
  });
});
