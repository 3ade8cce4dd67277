import { Node } from "@tiptap/pm/model";
import { expect, it } from "vitest";
import type { DocumentNode } from "./document-json.ts";
import { onlyComplete } from "./only-complete.ts";
import { editorSchema } from "./schema.ts";

const node = (type: string, ...content: DocumentNode[]): DocumentNode => ({ type, content });
const line = node("paragraph", { type: "text", text: "So" });
const cell = node("tableCell", line);

it.each([
  ["a table without rows", [line, node("table")], [line]],
  ["a table alone", [node("table")], [{ type: "paragraph" }]],
  ["a list without items", [node("bulletList"), line], [line]],
  ["an item without lines", [node("bulletList", node("listItem"), node("listItem", line))], undefined],
  ["a list whose only item has no line", [line, node("orderedList", node("listItem"))], [line]],
  ["a quote around a table without rows", [line, node("blockquote", node("table"))], [line]],
  ["a table with an empty row", [node("table", node("tableRow"), node("tableRow", cell))], undefined],
  ["a cell without lines", [node("table", node("tableRow", cell, node("tableCell")))], undefined],
  ["an empty line", [node("paragraph"), line], [node("paragraph"), line]],
  ["a rule and a live block", [{ type: "horizontalRule" }, line], [{ type: "horizontalRule" }, line]],
])("makes %s valid, and leaves the rest", (_name, content, left) => {
  const made = onlyComplete(node("doc", ...content));
  expect(() => Node.fromJSON(editorSchema(), made).check()).not.toThrow();
  if (left) expect(made).toEqual(node("doc", ...left));
});

it("leaves a complete text as it is", () => {
  const text = node("doc", line, node("table", node("tableRow", cell)), node("blockquote", line));
  expect(onlyComplete(text)).toEqual(text);
});
