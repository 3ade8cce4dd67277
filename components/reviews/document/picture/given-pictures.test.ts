import { EditorState } from "@tiptap/pm/state";
import { expect, it } from "vitest";
import { editorSchema } from "#lib/document/schema.ts";
import { givenPictures } from "./given-pictures.ts";

const schema = editorSchema();
const line = (words: string) => schema.node("paragraph", null, words === "" ? [] : [schema.text(words)]);

/** The plugin that keeps the places of pasted pictures. */
function pastedPictures() {
  const { addProseMirrorPlugins } = givenPictures("REV-1").config;
  const plugins = addProseMirrorPlugins?.call({} as never) ?? [];
  const plugin = plugins.find(({ spec }) => spec.props?.transformPastedHTML);
  if (!plugin) throw new Error("nothing reads pasted pictures");
  return plugin;
}

it("knows where the pictures of a paste go, and leaves no mark of them in the text", () => {
  const plugin = pastedPictures();
  const doc = schema.node("doc", null, [line("before")]);
  let state = EditorState.create({ doc, plugins: [plugin] });
  const pictures = [new File([], "a.png"), "https://example.com/b.png"];
  state = state.apply(state.tr.setMeta(plugin, { pictures, places: null }));
  const pasted = [line("one \uE0A00\uE0A1 two"), line("\uE0A01\uE0A1"), line("three")];
  state = state.applyTransaction(state.tr.insert(doc.content.size, pasted)).state;
  expect(state.doc.content.content.map(({ textContent }) => textContent)).toEqual(["before", "one  two", "", "three"]);
  const placed = () => plugin.getState(state).places.map(({ at }: { at: number }) => state.doc.resolve(at));
  expect(placed().map(({ parent }: { parent: { textContent: string } }) => parent.textContent)).toEqual([
    "one  two",
    "",
  ]);
  state = state.apply(state.tr.insertText("Typed ", 1));
  expect(placed().map(({ parent }: { parent: { textContent: string } }) => parent.textContent)).toEqual([
    "one  two",
    "",
  ]);
  state = state.apply(state.tr.insertText("\uE0A01\uE0A1", 1));
  expect(state.doc.firstChild?.textContent).toBe("\uE0A01\uE0A1Typed before");
});
