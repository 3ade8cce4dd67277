import { Node } from "@tiptap/pm/model";
import { prosemirrorJSONToYDoc } from "@tiptap/y-tiptap";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { DocumentMark, DocumentNode } from "./document-json.ts";
import { hashOfContent, isUntouched } from "./draft-hash.ts";
import { documentJson } from "./from-yjs.ts";
import { editorSchema } from "./schema.ts";
import { TEXT_FRAGMENT } from "./schema-version.ts";
import { withIds } from "./with-ids.ts";

const text = (words: string, ...marks: DocumentMark[]): DocumentNode => ({ type: "text", text: words, marks });
const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: "paragraph", content });

const inline = fc.oneof(
  fc.record({
    type: fc.constant("text"),
    text: fc.string({ minLength: 1, maxLength: 8 }),
    marks: fc.subarray([{ type: "bold" }, { type: "italic" }, { type: "link", attrs: { href: "https://a.example" } }]),
  }),
  fc.record({ type: fc.constant("eventChip"), attrs: fc.record({ eventId: fc.uuid() }) }),
);
const paragraphs = fc.array(inline, { maxLength: 4 }).map((content) => paragraph(...content));
const listed = fc.array(paragraphs, { minLength: 1, maxLength: 3 }).map((items) => ({
  type: "bulletList",
  content: items.map((item) => ({ type: "listItem", content: [item] })),
}));
const blocks = fc.array(fc.oneof(paragraphs, listed), { minLength: 1, maxLength: 4 });

test("a draft keeps its hash through schema, ids and the shared document", () => {
  fc.assert(
    fc.property(blocks, (content) => {
      const draft = withIds({ type: "draftBlock", attrs: { key: "k" }, content }, () => crypto.randomUUID());
      const json = Node.fromJSON(editorSchema(), { type: "doc", content: [draft] }).toJSON();
      const document = prosemirrorJSONToYDoc(editorSchema(), json, TEXT_FRAGMENT);
      expect(hashOfContent(documentJson(document).content?.[0]?.content ?? [])).toBe(hashOfContent(content));
    }),
    { numRuns: 200 },
  );
});

const DRAFT = [paragraph(text("Checkout was down for 12 minutes."))];

test.each<[string, DocumentNode[]]>([
  ["a word", [paragraph(text("Checkout was down for 13 minutes."))]],
  ["a blank", [paragraph(text("Checkout was down for 12 minutes. "))]],
  ["a mark", [paragraph(text("Checkout", { type: "bold" }), text(" was down for 12 minutes."))]],
  ["a split", [paragraph(text("Checkout was down")), paragraph(text(" for 12 minutes."))]],
  ["a chip", [paragraph(text("Checkout was down for 12 minutes."), { type: "eventChip", attrs: { eventId: "e" } })]],
  ["the kind of block", [{ type: "heading", attrs: { level: 2 }, content: DRAFT[0]?.content ?? [] }]],
  ["one more paragraph", [...DRAFT, paragraph()]],
])("%s counts as an edit", (_what, content) => {
  const block = { type: "draftBlock", attrs: { hash: hashOfContent(DRAFT) }, content };
  expect(isUntouched({ ...block, content: DRAFT })).toBe(true);
  expect(isUntouched(block)).toBe(false);
});

test("a comment on it doesn't count as an edit", () => {
  const commented = [
    paragraph(
      text("Checkout was "),
      text("down", { type: "comment", attrs: { threadId: "t" } }),
      text(" for 12 minutes."),
    ),
  ];
  expect(hashOfContent(commented)).toBe(hashOfContent(DRAFT));
});
