import { Node } from "@tiptap/pm/model";
import { expect, it } from "vitest";
import { editorSchema } from "#lib/document/schema.ts";
import { placesIn } from "./go-to-section.ts";

const text = (words: string) => ({ type: "text", text: words });
const line = (words: string) => ({ type: "paragraph", content: words ? [text(words)] : [] });
const heading = (words: string, level = 2) => ({ type: "heading", attrs: { level }, content: [text(words)] });
const block = (kind: string) => ({ type: "liveBlock", attrs: { kind } });
const draft = (words: string) => ({ type: "draftBlock", attrs: { key: "k" }, content: [line(words)] });
const list = (words: string) => ({ type: "bulletList", content: [{ type: "listItem", content: [line(words)] }] });

// The words after the place, up to the end of their block.
it.each([
  ["the first paragraph", [heading("A"), line("one"), line("two")], "one"],
  ["an empty paragraph", [heading("A"), line(""), line("two")], ""],
  ["a paragraph below a live block", [heading("A"), block("timeline"), line("one")], "one"],
  ["generated text", [heading("A"), draft("generated")], "generated"],
  ["a list", [heading("A"), list("item")], "item"],
  ["a smaller heading of the section", [heading("A"), heading("small", 3), line("one")], "small"],
  ["nothing, if the next section follows", [heading("A"), heading("B"), line("one")], null],
  ["nothing, if there are only records", [heading("A"), block("timeline"), heading("B")], null],
  ["nothing at the end of the text", [heading("A")], null],
  ["the words of a block that isn't a heading", [draft("generated"), line("one")], "generated"],
])("the place to write in a section is at %s", (_, content, words) => {
  const doc = Node.fromJSON(editorSchema(), { type: "doc", content: [line("before"), ...content] });
  const { text: place } = placesIn(doc, doc.child(0).nodeSize);
  expect(place === null ? null : doc.textBetween(place, doc.resolve(place).end())).toBe(words);
});

it("finds the questions of a section without text", () => {
  const questions = { type: "guidance", attrs: { sectionKey: "trigger" } };
  const content = [heading("A"), block("timeline"), questions, heading("B"), questions];
  const doc = Node.fromJSON(editorSchema(), { type: "doc", content });
  expect(placesIn(doc, 0)).toEqual({ text: null, questions: doc.child(0).nodeSize + doc.child(1).nodeSize });
});
