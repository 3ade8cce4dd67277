import { Node } from "@tiptap/pm/model";
import { EditorState } from "@tiptap/pm/state";
import { expect, it } from "vitest";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { editorSchema } from "#lib/document/schema.ts";
import { countBySection, proposalsOf } from "./use-suggestions.ts";

const idOf = (number: number) => `0190b0c0-0000-7000-8000-00000000000${number}`;
const added = (number: number) => ({
  ...{ type: "text", text: "new" },
  marks: [{ type: "suggestInsert", attrs: { suggestionId: idOf(number) } }],
});
const line = (...content: DocumentNode[]): DocumentNode => ({ type: "paragraph", content });
const heading = (level: number, ...content: DocumentNode[]): DocumentNode => ({
  ...{ type: "heading", attrs: { level }, content },
});
const words = { type: "text", text: "Words" };

const placed = (...content: DocumentNode[]) => {
  const doc = Node.fromJSON(editorSchema(), { type: "doc", content });
  return proposalsOf({ state: EditorState.create({ doc }) });
};

it("counts a suggestion in the section where it starts, and none before the first section", () => {
  const list = { type: "bulletList", content: [{ type: "listItem", content: [line(added(3))] }] };
  const proposals = placed(
    ...[line(added(1)), heading(2, words), line(added(2)), heading(3, added(4)), list],
    ...[heading(2, words), line(added(3), added(5)), heading(2, words), line(words)],
  );
  expect(proposals.map(({ id, section }) => [id.slice(-1), section])).toEqual([
    ["1", null],
    ["2", 0],
    ["4", 0],
    ["3", 0],
    ["5", 1],
  ]);
  expect(countBySection(proposals.map((proposal) => ({ proposal })))).toEqual(
    new Map([
      [0, 3],
      [1, 1],
    ]),
  );
});

it("a heading that is only proposed starts no section", () => {
  const proposed = { ...heading(2, words), attrs: { level: 2, suggestInsert: idOf(1) } };
  expect(placed(heading(2, words), proposed, line(added(2))).map(({ section }) => section)).toEqual([0, 0]);
});
