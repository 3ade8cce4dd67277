import { expect, test } from "vitest";
import type { DocumentJson, DocumentNode } from "./document-json.ts";
import { plainText, sectionsOf, sectionText } from "./text.ts";

const text = (words: string): DocumentNode => ({ type: "text", text: words });
const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: "paragraph", content });
const section = (sectionKey: string): DocumentNode => ({
  type: "heading",
  attrs: { level: 2, sectionKey },
  content: [text(sectionKey)],
});

const JSON_TEXT: DocumentJson = {
  type: "doc",
  content: [
    paragraph(text("Before.")),
    section("summary"),
    { type: "draftBlock", attrs: { key: "summary" }, content: [paragraph(text("Down for 12 minutes."))] },
    { type: "heading", attrs: { level: 3 }, content: [text("A detail")] },
    { type: "liveBlock", attrs: { kind: "impact" } },
    section("lessons"),
    {
      type: "bulletList",
      content: [
        {
          type: "listItem",
          content: [paragraph(text("See "), { type: "recordChip", attrs: { noun: "action-item", key: "ACT-1" } })],
        },
        {
          type: "listItem",
          content: [
            paragraph(
              text("Ask "),
              { type: "personMention", attrs: { label: "Ana" } },
              { type: "hardBreak" },
              text("soon"),
            ),
          ],
        },
      ],
    },
  ],
};

test("plain text has one line per block and names what it mentions", () => {
  expect(plainText(JSON_TEXT).split("\n")).toEqual([
    "Before.",
    "summary",
    "Down for 12 minutes.",
    "A detail",
    "lessons",
    "See ACT-1",
    "Ask @Ana",
    "soon",
  ]);
});

test("sections are cut at headings with a key, and other headings stay inside", () => {
  expect(sectionsOf(JSON_TEXT).map(({ key, nodes }) => [key, nodes.length])).toEqual([
    [null, 1],
    ["summary", 3],
    ["lessons", 1],
  ]);
  expect(sectionText(JSON_TEXT, "summary")).toBe("Down for 12 minutes.\nA detail");
  expect(sectionText(JSON_TEXT, "risks")).toBe("");
});

test("names a factor without its id, and other records by their key", () => {
  const chips = [
    { noun: "factor", key: "0198c0de" },
    { noun: "review", key: "REV-2" },
  ].map((attrs) => ({
    type: "recordChip",
    attrs,
  }));
  expect(
    plainText([{ type: "paragraph", content: [chips[0], { type: "text", text: " of " }, chips[1]] }] as DocumentNode[]),
  ).toBe("factor of REV-2");
});
