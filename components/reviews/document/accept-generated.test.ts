import { Node } from "@tiptap/pm/model";
import { EditorState } from "@tiptap/pm/state";
import { expect, it } from "vitest";
import { editorSchema } from "#lib/document/schema.ts";
import { draftBlock } from "#lib/reviews/review/draft/draft.ts";
import { acceptGenerated } from "./accept-generated.ts";

const paragraph = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] });
const stateOf = (content: object[]) =>
  EditorState.create({ doc: Node.fromJSON(editorSchema(), { type: "doc", content }) });

it("accepts all generated blocks in one step and leaves those that people edited", () => {
  const edited = { ...draftBlock("impact", [paragraph("Half failed.")]), content: [paragraph("All failed.")] };
  const state = stateOf([
    draftBlock("summary", [paragraph("It broke."), paragraph("It ended.")]),
    paragraph("Of ours."),
    edited,
    draftBlock("detection", [paragraph("An alert.")]),
  ]);
  const accepted = acceptGenerated(state);
  expect(accepted?.count).toBe(2);
  const { doc } = state.apply(accepted?.step ?? state.tr);
  expect(doc.children.map(({ type, textContent }) => [type.name, textContent])).toEqual([
    ["paragraph", "It broke."],
    ["paragraph", "It ended."],
    ["paragraph", "Of ours."],
    ["draftBlock", "All failed."],
    ["paragraph", "An alert."],
  ]);
});

it("isn't a step if nothing is generated", () => expect(acceptGenerated(stateOf([paragraph("Of ours.")]))).toBeNull());
