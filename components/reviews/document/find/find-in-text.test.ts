import { EditorState } from "@tiptap/pm/state";
import { expect, it } from "vitest";
import { editorSchema } from "#lib/document/schema.ts";
import { replaceRanges } from "./find-in-text.ts";

const bold = { type: "bold" };
const words = (text: string, ...marks: object[]) => ({ type: "text", text, marks });
const stateOf = (...content: object[]) =>
  EditorState.create({
    doc: editorSchema().nodeFromJSON({ type: "doc", content: [{ type: "paragraph", content }] }),
  });

it.each(["heron", "a much longer word", "x"])("keeps the format of replaced words for %s", (replacement) => {
  const state = stateOf(words("The "), words("pelican", bold), words(" is a pelican"));
  const { doc } = replaceRanges(
    state,
    [
      { from: 5, to: 12 },
      { from: 18, to: 25 },
    ],
    replacement,
  );
  const expected = stateOf(words("The "), words(replacement, bold), words(` is a ${replacement}`)).doc;
  expect(doc.toJSON()).toMatchObject({ content: [{ content: expected.firstChild?.content.toJSON() }] });
});

it("deletes the words when they are replaced with nothing", () => {
  const { doc } = replaceRanges(
    stateOf(words("a pelican, a pelican")),
    [
      { from: 3, to: 10 },
      { from: 14, to: 21 },
    ],
    "",
  );
  expect(doc.textContent).toBe("a , a ");
});
