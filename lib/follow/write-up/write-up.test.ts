import { expect, it } from "vitest";
import { askedWords } from "./asked-words.ts";
import { writeUpKindOf } from "./limits.ts";

it.each([
  ["2026/outage.md", "markdown"],
  ["notes.QMD", "markdown"],
  ["notes.markdown", "markdown"],
  ["notes.txt", "markdown"],
  ["page.htm", "html"],
  ["page.xhtml", "html"],
  ["report.docx", "word"],
  ["report.doc", null],
  ["report.md.zip", null],
  ["md", null],
])("reads %s as %s", (path, kind) => expect(writeUpKindOf(path)).toBe(kind));

it("says how many events have no time yet", () => {
  expect([askedWords(0), askedWords(1), askedWords(1200)]).toEqual([
    [],
    ["1 event waiting for a day or time zone"],
    ["1,200 events waiting for a day or time zone"],
  ]);
});
