import { EditorState } from "@tiptap/pm/state";
import { expect, it } from "vitest";
import { editorSchema } from "#lib/document/schema.ts";
import { blockOf, gapsOf, nextGap } from "./move-block.ts";

const text = (words: string) => [{ type: "text", text: words }];
const DOCUMENT = {
  type: "doc",
  content: [
    { type: "heading", attrs: { sectionKey: "impact", level: 2 }, content: text("Impact") },
    { type: "guidance", attrs: { sectionKey: "impact" } },
    { type: "paragraph", content: text("one") },
    { type: "liveBlock", attrs: { kind: "timeline" } },
    { type: "heading", attrs: { sectionKey: "luck", level: 2 }, content: text("Luck") },
    { type: "guidance", attrs: { sectionKey: "luck" } },
    { type: "paragraph", content: text("two") },
    { type: "heading", attrs: { level: 3 }, content: text("A heading of a person") },
  ],
};
const state = EditorState.create({ schema: editorSchema(), doc: editorSchema().nodeFromJSON(DOCUMENT) });
const at = (place: number) => {
  let pos = 0;
  for (let before = 0; before < place; before++) pos += state.doc.child(before).nodeSize;
  return blockOf(state, pos);
};

it("lists no place above the first heading, and none between a heading and its guidance", () => {
  expect(gapsOf(state.doc)).toEqual([2, 3, 4, 6, 7, 8]);
});

it.each([
  [2, -1, null],
  [2, 1, 4],
  [6, -1, 4],
  [6, 1, 8],
  [7, -1, 6],
  [7, 1, null],
] as const)("moves the block at %d by %d in front of %s", (place, by, gap) => {
  const block = at(place);
  expect(block && nextGap(block, by)).toBe(gap);
});

it.each([0, 1, 3, 4, 5])("moves no part of the template: %d", (place) => {
  expect(at(place)).toBeNull();
});
