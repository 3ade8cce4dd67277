import { Node } from "@tiptap/pm/model";
import { expect, test } from "vitest";
import { hashOfContent } from "#lib/document/draft-hash.ts";
import { editorSchema } from "#lib/document/schema.ts";
import { placeOfLink } from "./use-section-link.ts";

const paragraph = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] });
const drafted = [paragraph("drafted")];
const doc = Node.fromJSON(editorSchema(), {
  type: "doc",
  content: [
    { type: "heading", attrs: { level: 2, sectionKey: "summary" }, content: [{ type: "text", text: "Summary" }] },
    { type: "draftBlock", attrs: { key: "summary", hash: hashOfContent(drafted) }, content: [paragraph("mine now")] },
    { type: "heading", attrs: { level: 2, sectionKey: "factors" }, content: [{ type: "text", text: "Renamed" }] },
    { type: "draftBlock", attrs: { key: "factors", hash: hashOfContent(drafted) }, content: drafted },
  ],
});

test.each([
  ["#factors", "Renamed"],
  ["#summary", "Summary"],
  ["#first-draft", "drafted"],
])("%s links to the place with %s", (hash, text) => {
  expect(doc.nodeAt(placeOfLink({ doc }, hash))?.textContent).toBe(text);
});

test.each(["", "#", "#null", "#actions", "#elsewhere"])("%s links to nothing", (hash) => {
  expect(placeOfLink({ doc }, hash)).toBe(-1);
});
