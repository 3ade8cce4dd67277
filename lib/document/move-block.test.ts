import { describe, expect, it } from "vitest";
import type * as Y from "yjs";
import type { DocumentNode } from "./document-json.ts";
import { documentJson } from "./from-yjs.ts";
import { blockAt, isTooLargeToMove, moveBlock } from "./move-block.ts";
import { TEXT_FRAGMENT } from "./schema-version.ts";
import { beginning, fork } from "./testing/writer.ts";

const paragraph = (id: string, ...content: DocumentNode[]): DocumentNode => ({
  type: "paragraph",
  attrs: { id },
  content,
});
const text = (words: string, ...marks: string[]): DocumentNode => ({
  type: "text",
  text: words,
  ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}),
});
const item = (id: string, words: string): DocumentNode => ({
  type: "listItem",
  attrs: { id },
  content: [paragraph(`${id}p`, text(words))],
});
const BLOCKS = [
  paragraph("a", text("plain "), text("bold", "bold"), { type: "eventChip", attrs: { eventId: "e1" } }, text(" end")),
  { type: "bulletList", attrs: { id: "l" }, content: [item("one", "One"), item("two", "Two"), item("three", "Three")] },
  { type: "codeBlock", attrs: { id: "c", language: "sql" }, content: [text("select 1")] },
  paragraph("d", text("last")),
];
const made = (blocks: DocumentNode[] = BLOCKS) => {
  const document = fork(beginning(...blocks));
  return { document, fragment: document.getXmlFragment(TEXT_FRAGMENT) };
};
const movedOf = (path: number[], to: number) => {
  const { document, fragment } = made();
  const before = documentJson(document);
  const block = blockAt(fragment, path);
  const copy = block && moveBlock(block, to, "test");
  return { before, after: documentJson(document), copy };
};

describe("a block that moves", () => {
  it.each([
    [0, 2, "lacd"],
    [0, 4, "lcda"],
    [3, 0, "dalc"],
    [2, 1, "acld"],
    [1, 3, "acld"],
  ])("from %d in front of %d keeps its content and its id", (from, to, order) => {
    const { before, after } = movedOf([from], to);
    expect((after.content ?? []).map((block) => block.attrs?.id).join("")).toBe(order);
    const byId = (json: typeof after) =>
      [...(json.content ?? [])].sort((a, b) => (`${a.attrs?.id}` < `${b.attrs?.id}` ? -1 : 1));
    expect(byId(after)).toEqual(byId(before));
  });

  it("moves an item among the items of its list", () => {
    const { after } = movedOf([1, 2], 0);
    expect(after.content?.[1]?.content?.map((one) => one.attrs?.id)).toEqual(["three", "one", "two"]);
  });

  it.each([
    [[0], 0],
    [[0], 1],
    [[2], 5],
    [[2], -1],
    [[9], 0],
  ])("stays if there is nowhere to go: %j to %d", (path, to) => {
    const { before, after, copy } = movedOf(path, to);
    expect(copy).toBeNull();
    expect(after).toEqual(before);
  });

  it("is one update", () => {
    const { document, fragment } = made();
    let updates = 0;
    document.on("update", () => updates++);
    const block = blockAt(fragment, [0]);
    if (block) moveBlock(block, 3, "test");
    expect(updates).toBe(1);
  });
});

it.each([
  ["a paragraph", [paragraph("a", text("x".repeat(4999)))], false],
  ["a very long line", [paragraph("a", text("x".repeat(5001)))], true],
  [
    "a list of 20 items",
    [{ type: "bulletList", content: Array.from({ length: 20 }, (_, at) => item(`i${at}`, "Word")) }],
    false,
  ],
  [
    "a list of 200 items",
    [{ type: "bulletList", content: Array.from({ length: 200 }, (_, at) => item(`i${at}`, "Word")) }],
    true,
  ],
])("decides whether a block is too large to move: %s", (_what, blocks, large) => {
  const block = blockAt(made(blocks).fragment, [0]) as Y.XmlElement;
  expect(isTooLargeToMove(block)).toBe(large);
});
