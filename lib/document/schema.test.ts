import { Node } from "@tiptap/pm/model";
import { prosemirrorJSONToYDoc } from "@tiptap/y-tiptap";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { LIVE_BLOCK_KINDS } from "#lib/base/vocabulary/review.ts";
import type { DocumentJson, DocumentNode } from "./document-json.ts";
import { documentJson } from "./from-yjs.ts";
import { editorExtensions, editorSchema, looksLikeAddress } from "./schema.ts";
import { TEXT_FRAGMENT } from "./schema-version.ts";
import { uniqueIdTypes } from "./unique-id-types.ts";

const text = (words: string, marks: DocumentNode["marks"] = []): DocumentNode => ({ type: "text", text: words, marks });
const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: "paragraph", content });
const check = (...content: DocumentNode[]) => Node.fromJSON(editorSchema(), { type: "doc", content }).check();

const EVERYTHING: DocumentJson = {
  type: "doc",
  content: [
    { type: "heading", attrs: { level: 2, sectionKey: "summary" }, content: [text("Summary")] },
    { type: "draftBlock", attrs: { key: "summary", hash: "0123456789abcdef" }, content: [paragraph(text("Drafted."))] },
    { type: "guidance", attrs: { sectionKey: "impact" } },
    ...LIVE_BLOCK_KINDS.map((kind) => ({ type: "liveBlock", attrs: { kind, ref: null } })),
    { type: "callout", attrs: { tone: "tip" }, content: [paragraph(text("An aside."))] },
    paragraph(
      text("bold", [{ type: "bold" }]),
      { type: "eventChip", attrs: { eventId: "e1" } },
      { type: "recordChip", attrs: { noun: "action-item", key: "ACT-31" } },
      { type: "personMention", attrs: { userId: "u1", label: "Ana" } },
    ),
    { type: "taskList", content: [{ type: "taskItem", attrs: { checked: true }, content: [paragraph(text("done"))] }] },
    {
      type: "table",
      content: [{ type: "tableRow", content: [{ type: "tableHeader", content: [paragraph(text("head"))] }] }],
    },
    { type: "codeBlock", attrs: { language: "sh" }, content: [text("ls")] },
    {
      type: "picture",
      attrs: { pictureId: "p1", alt: "Two prompts", share: 60, pixelWidth: 800, pixelHeight: 600 },
      content: [text("From the capture "), { type: "eventChip", attrs: { eventId: "e1" } }],
    },
    { type: "picture", attrs: { pictureId: "p2" } },
    { type: "linkCard", attrs: { href: "https://example.com/runbook" }, content: [text("Runbook")] },
    { type: "collapsible", content: [paragraph(text("Title")), paragraph(text("Body"))] },
  ],
};

test("every node is the same after a round trip through the shared document", () => {
  const before = Node.fromJSON(editorSchema(), EVERYTHING);
  before.check();
  const document = prosemirrorJSONToYDoc(editorSchema(), before.toJSON(), TEXT_FRAGMENT);
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(document));
  const after = Node.fromJSON(editorSchema(), documentJson(copy));
  expect(after.toJSON()).toEqual(before.toJSON());
});

test("comments of several threads overlap on the same words", () => {
  const marks = ["t1", "t2"].map((threadId) => ({ type: "comment", attrs: { threadId } }));
  const before = Node.fromJSON(editorSchema(), { type: "doc", content: [paragraph(text("words", marks))] });
  const document = prosemirrorJSONToYDoc(editorSchema(), before.toJSON(), TEXT_FRAGMENT);
  const read = documentJson(document).content?.[0]?.content?.[0]?.marks;
  expect(read).toHaveLength(2);
  expect(read).toEqual(expect.arrayContaining(marks));
});

test.each<[string, DocumentNode]>([
  ["an unknown live block", { type: "liveBlock", attrs: { kind: "weather" } }],
  ["a key that is no text", { type: "draftBlock", attrs: { key: 7 }, content: [paragraph()] }],
  ["an unknown tone", { type: "callout", attrs: { tone: "shout" }, content: [paragraph()] }],
  ["an unknown record", paragraph({ type: "recordChip", attrs: { noun: "planet", key: "X-1" } })],
  ["an empty draft", { type: "draftBlock", attrs: { key: "summary" } }],
  ["text outside of a block", text("loose")],
])("%s is not valid", (_what, node) => {
  expect(() => check(node)).toThrow();
});

test("all blocks with ids exist in the schema", () => {
  for (const name of uniqueIdTypes) expect(editorSchema().nodes[name]?.spec.attrs, name).toHaveProperty("id");
});

test.each(["bulletList", "orderedList", "taskList", "blockquote"])("%s has its side from its first letter", (name) => {
  const type = editorSchema().nodes[name];
  expect(type?.spec.toDOM?.(type.create())).toMatchObject([expect.any(String), { dir: "auto" }, 0]);
});

test("undo belongs to collaboration", () => {
  const names = editorExtensions().map((extension) => extension.name);
  expect(names).not.toContain("undoRedo");
  expect(new Set(names).size).toBe(names.length);
});

test.each([
  ["https://example.org/a", true],
  ["http://example.org", true],
  ["www.example.org", true],
  ["ana@example.org", true],
  ["mailto:ana@example.org", true],
  ["deploy.sh", false],
  ["README.md", false],
  ["main.rs", false],
  ["api.py", false],
  ["checkout.io", false],
  ["payments.prod.internal", false],
])("%s becomes a link while it is typed: %s", (typed, does) => {
  expect(looksLikeAddress(typed)).toBe(does);
});

test.each([
  ["https://example.org/a", true],
  ["https://example.org/@ana", true],
  ["mailto:ana@example.org", true],
  ["/reviews/REV-1", true],
  ["https://ana:secret@example.org/a", false],
  ["//ana:secret@example.org/a", false],
  ["javascript:alert(1)", false],
])("words can link to %s: %s", (href, does) => {
  const link = editorExtensions().flatMap((one) => (one.name === "starterKit" ? [one.options.link] : []))[0];
  const isAllowed = link.isAllowedUri(href, { defaultValidate: (url: string) => !url.startsWith("javascript:") });
  expect(Boolean(isAllowed)).toBe(does);
});
