import { expect, it } from "vitest";
import type { DocumentNode } from "./document-json.ts";
import { toMarkdown } from "./markdown.ts";
import { placed } from "./placed.ts";

const words = (text: string): DocumentNode => ({ type: "paragraph", content: [{ type: "text", text }] });
const node = (type: string, ...content: DocumentNode[]): DocumentNode => ({ type, content });
const resolve = {
  liveBlock: () => "",
  eventChip: () => "",
  recordChip: () => "",
  picture: () => "",
  personMention: () => "",
};

it.each<[string, DocumentNode[], string]>([
  ["a list item", [node("listItem", words("a"))], "- a"],
  ["list items after another", [node("listItem", words("a")), node("listItem", words("b"))], "- a\n- b"],
  [
    "list items with words between",
    [node("listItem", words("a")), words("b"), node("listItem", words("c"))],
    "- a\n\nb\n\n- c",
  ],
  ["a task", [node("taskItem", words("a"))], "- [ ] a"],
  ["a list item in a quotation", [node("blockquote", node("listItem", words("a")))], "> - a"],
  [
    "a list item in a list item",
    [node("bulletList", node("listItem", words("a"), node("listItem", words("b"))))],
    "- a",
  ],
  [
    "a task in a list of bullets",
    [node("bulletList", node("listItem", words("a")), node("taskItem", words("b")))],
    "- a",
  ],
  ["an empty list item", [node("listItem")], "-"],
  ["a list item without anything in its list", [node("bulletList", { type: "listItem" })], "-"],
  ["a list without items", [{ type: "bulletList" }, words("a")], "a"],
  ["a quotation without words", [{ type: "blockquote" }, words("a")], "a"],
  ["a table without rows", [{ type: "table" }, words("a")], "a"],
  ["a row without cells", [node("table", { type: "tableRow" }), words("a")], "a"],
  ["a table row", [node("tableRow", node("tableCell", words("a")))], "a"],
  ["a table cell", [node("tableCell", words("a"))], "a"],
  ["cells and rows mixed", [node("tableCell", words("a")), node("tableRow", node("tableHeader", words("b")))], "b"],
])("exports %s outside its list or table", (_name, content, expected) => {
  expect(toMarkdown({ type: "doc", content }, resolve)).toContain(expected);
});

it("leaves correct nodes as they are", () => {
  const content = [
    node("orderedList", node("listItem", words("a"))),
    node("table", node("tableRow", node("tableCell", words("b")))),
  ];
  expect(placed(content)).toEqual(content);
});
