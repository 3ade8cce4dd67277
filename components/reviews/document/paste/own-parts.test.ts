import { Slice } from "@tiptap/pm/model";
import { expect, it } from "vitest";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { editorSchema } from "#lib/document/schema.ts";
import { notCopiedWords, ownParts, partsOf, picturesIn } from "./own-parts.ts";

const text = (words: string, threadId?: string): DocumentNode[] => [
  { type: "text", text: words, ...(threadId ? { marks: [{ type: "comment", attrs: { threadId } }] } : {}) },
];
const heading = (sectionKey: string | null): DocumentNode => ({
  type: "heading",
  attrs: { level: 2, sectionKey },
  content: text("Summary"),
});
const paragraph = (threadId?: string): DocumentNode => ({ type: "paragraph", content: text("It broke", threadId) });
const draft = (key: string): DocumentNode => ({
  type: "draftBlock",
  attrs: { key, hash: "0123456789abcdef" },
  content: [paragraph()],
});
const picture = (pictureId: string): DocumentNode => ({ type: "picture", attrs: { pictureId } });
const docOf = (...content: DocumentNode[]) => editorSchema().nodeFromJSON({ type: "doc", content });
const pasted = (
  doc: ReturnType<typeof docOf>,
  replaced: { from: number; to: number } | null,
  content: readonly DocumentNode[],
  threadIds: readonly string[] | null = [],
) => {
  const slice = ownParts(new Slice(docOf(...content).content, 0, 0), partsOf(doc, replaced, threadIds));
  return docOf().copy(slice.content);
};
const at = { from: 0, to: 0 };

it("keeps sections and drafts that the text doesn't have, and comments of the text", () => {
  const content = [heading("summary"), draft("summary"), paragraph("mine")];
  expect(pasted(docOf(paragraph("mine")), at, content).eq(docOf(...content))).toBe(true);
});

it("keeps each section and draft once, and drops comments of another text", () => {
  const here = docOf(heading("summary"), draft("impact"));
  const result = pasted(here, at, [heading("summary"), heading("luck"), draft("impact"), paragraph("theirs")]);
  const [first, second, third, fourth] = result.children;
  expect(first?.attrs).toMatchObject({ level: 2, sectionKey: null });
  expect(second?.attrs).toMatchObject({ sectionKey: "luck" });
  expect(third?.attrs).toMatchObject({ key: null, hash: null });
  expect(fourth?.firstChild?.marks).toEqual([]);
  expect(result.textContent).toBe("SummarySummaryIt brokeIt broke");
});

it("replaces the whole text by another with the same sections", () => {
  const here = docOf(heading("summary"), paragraph());
  const result = pasted(here, { from: 0, to: here.content.size }, [heading("summary"), draft("summary")]);
  expect(result.children.map(({ attrs }) => attrs.sectionKey ?? attrs.key)).toEqual(["summary", "summary"]);
});

it("copies a selected section as an ordinary heading where the section stays", () => {
  const here = docOf(heading("summary"), paragraph());
  expect(pasted(here, null, [heading("summary")]).firstChild?.attrs).toMatchObject({ sectionKey: null });
});

it("keeps comments that were cut from this text, and all while its comments aren't known", () => {
  const marks = (threadIds: readonly string[] | null) =>
    pasted(docOf(paragraph()), at, [paragraph("cut")], threadIds).firstChild?.firstChild?.marks.length;
  expect([marks(["cut"]), marks([]), marks(null)]).toEqual([1, 0, 1]);
});

it("says how many pictures weren't copied", () => {
  expect(notCopiedWords(1, "It is gone.")).toBe("1 picture wasn't copied into this review. It is gone.");
  expect(notCopiedWords(2, "They are gone.")).toBe("2 pictures weren't copied into this review. They are gone.");
});

it("names each picture once, wherever it is", () => {
  const callout: DocumentNode = { type: "callout", content: [picture("a"), picture("b")] };
  expect(picturesIn(docOf(picture("a"), callout, picture("")).content)).toEqual(["a", "b"]);
});
