import { describe, expect, it } from "vitest";
import type { LiveBlockKind } from "#lib/base/vocabulary/review.ts";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { readerText, withoutEmptySections } from "./reader.ts";

const text = (words: string): DocumentNode => ({ type: "text", text: words });
const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: "paragraph", content });
const heading = (key: string, title: string): DocumentNode => ({
  type: "heading",
  attrs: { level: 2, sectionKey: key },
  content: [text(title)],
});
const live = (kind: LiveBlockKind): DocumentNode => ({ type: "liveBlock", attrs: { kind, ref: null } });
const guidance: DocumentNode = { type: "guidance", attrs: { sectionKey: "luck" } };
const read = (content: DocumentNode[], empty: LiveBlockKind[] = []) =>
  readerText({ type: "doc", content }, (kind) => empty.includes(kind));

describe("the page of a published review", () => {
  it("uses the first paragraph of the summary as its standfirst and keeps the rest below", () => {
    const { deck, sections } = read([
      heading("summary", "Summary"),
      paragraph(text("Uploads failed "), text("for an hour.")),
      paragraph(text("Nothing was lost.")),
    ]);
    expect(deck).toBe("Uploads failed for an hour.");
    expect(sections).toEqual([{ key: "summary", title: "Summary", nodes: [paragraph(text("Nothing was lost."))] }]);
  });

  it("leaves no space before a comma where its standfirst leaves out a chip", () => {
    const chip: DocumentNode = { type: "eventChip", attrs: { eventId: "e" } };
    const { deck } = read([
      heading("summary", "Summary"),
      paragraph(text("It began at 14:02 "), chip, text(" until 14:30 "), chip, text(", 28 m in all "), chip, text(".")),
    ]);
    expect(deck).toBe("It began at 14:02 until 14:30, 28 m in all.");
  });

  it.each([
    ["questions alone", [guidance]],
    ["empty paragraphs", [paragraph(), paragraph(text("  "))]],
    ["an empty draft", [{ type: "draftBlock", content: [paragraph()] }]],
    ["a live block without records", [live("factors")]],
    ["what its head says already", [live("header")]],
    ["nothing", []],
  ])("leaves out a section with %s", (_name, nodes) => {
    expect(read([heading("luck", "Where luck helped"), ...nodes], ["factors"]).sections).toEqual([]);
  });

  it("shows generated text without marks, and never questions", () => {
    const drafted = { type: "draftBlock", content: [paragraph(text("Paged at 22:00."))] };
    const { sections } = read([heading("detection", "Detection"), guidance, drafted]);
    expect(sections[0]?.nodes).toEqual([paragraph(text("Paged at 22:00."))]);
  });

  it("keeps a live block with records, a lone chip, and text above the first section", () => {
    const chip = paragraph({ type: "eventChip", attrs: { eventId: "e" } });
    const { sections } = read([paragraph(text("Note.")), heading("timeline", "Timeline"), live("timeline"), chip]);
    expect(sections.map(({ key, nodes }) => [key, nodes.length])).toEqual([
      [null, 1],
      ["timeline", 2],
    ]);
  });

  it("counts 238 words a minute, and at least one minute", () => {
    const minutes = (words: number) =>
      read([heading("learnings", "What we learned"), paragraph(text("word ".repeat(words)))]).minutes;
    expect([0, 10, 476, 2380].map(minutes)).toEqual([1, 1, 2, 10]);
  });
});

describe("a text without its empty sections", () => {
  const kept = (content: DocumentNode[], isEmpty = () => false) =>
    withoutEmptySections({ type: "doc", content }, isEmpty).content?.map(
      ({ type, attrs }) => attrs?.sectionKey ?? type,
    );
  const [first, second] = [heading("luck", "Luck"), heading("lessons", "Lessons")];
  const words = paragraph(text("Words"));

  it.each<[string, DocumentNode[], (string | undefined)[]]>([
    ["words", [first, words], ["luck", "paragraph"]],
    ["nothing", [first, second, words], ["lessons", "paragraph"]],
    ["questions", [first, guidance, second, words], ["lessons", "paragraph"]],
    ["words below questions", [first, { ...guidance, attrs: {} }, words], ["luck", "guidance", "paragraph"]],
    [
      "an empty draft",
      [first, { type: "draftBlock", content: [paragraph()] }, second, words],
      ["lessons", "paragraph"],
    ],
    ["a draft", [first, { type: "draftBlock", content: [words] }], ["luck", "draftBlock"]],
    ["a draft that nothing is in", [first, { type: "draftBlock" }], []],
    [
      "a heading of its own",
      [first, { type: "heading", attrs: { level: 3 }, content: [text("Own")] }],
      ["luck", "heading"],
    ],
    ["a line", [first, { type: "horizontalRule" }], ["luck", "horizontalRule"]],
    ["text above the first section", [paragraph(), words, first], ["paragraph", "paragraph"]],
  ])("looks at sections with %s", (_, content, expected) => expect(kept(content)).toEqual(expected));

  it("asks which live blocks are empty", () => {
    const content = [first, { type: "liveBlock", attrs: { kind: "factors" } }];
    expect([kept(content), kept(content, () => true)]).toEqual([["luck", "liveBlock"], []]);
    const drafted = [first, { type: "draftBlock", content: [{ type: "liveBlock", attrs: { kind: "factors" } }] }];
    expect([kept(drafted), kept(drafted, () => true)]).toEqual([["luck", "draftBlock"], []]);
  });
});

describe("the standfirst", () => {
  const chip: DocumentNode = { type: "eventChip", attrs: { eventId: "e" } };
  const deck = (...content: DocumentNode[]) => read([heading("summary", "Summary"), paragraph(...content)]).deck;

  it.each<[string, DocumentNode[], string]>([
    ["keeps the spaces around words", [text("Down "), text(" at 9")], "Down  at 9"],
    ["keeps a space before a comma that people wrote", [text("Down "), text(", then up")], "Down , then up"],
    ["drops the space of a chip before a comma", [text("Down "), chip, text(", then up")], "Down, then up"],
    ["drops it after several chips", [text("Down "), chip, text(" "), chip, text(" "), text(", up")], "Down, up"],
    ["keeps one space between words around a chip", [text("Down "), chip, text(" at 9")], "Down at 9"],
    ["keeps words next to a chip apart", [text("Down "), chip, text("at 9")], "Down at 9"],
    ["has no space at its ends", [text(" Down "), chip], "Down"],
    ["keeps later commas as they are", [text("Down "), chip, text("at 9 "), text(", up")], "Down at 9 , up"],
  ])("%s", (_, content, expected) => expect(deck(...content)).toBe(expected));

  it("is empty where the summary starts with something else, or another section has the words", () => {
    const list: DocumentNode = {
      type: "bulletList",
      content: [{ type: "listItem", content: [paragraph(text("One"))] }],
    };
    expect(read([heading("summary", "Summary"), list]).deck).toBe("");
    expect(read([heading("summary", "Summary")])).toEqual({ deck: "", sections: [], minutes: 1 });
    expect(read([heading("luck", "Luck"), paragraph(text("Words"))]).deck).toBe("");
  });

  it("counts its words, apart from those of the next section", () => {
    const words = (count: number) => paragraph(text("word ".repeat(count)));
    const minutes = (first: number, second: number) =>
      read([heading("summary", "Summary"), words(first), heading("luck", "Luck"), words(second), words(0)]).minutes;
    expect([minutes(357, 0), minutes(200, 157), minutes(200, 156)]).toEqual([2, 2, 1]);
  });
});

it("shows a section by its own title, and text above the first without one", () => {
  const paragraphs = [paragraph(text("One")), paragraph(text("Two"))];
  const content = [
    paragraph(text("Above")),
    heading("luck", "Luck"),
    ...paragraphs,
    heading("lessons", "What we learned"),
    ...paragraphs,
  ];
  expect(read(content).sections.map(({ key, title, nodes }) => [key, title, nodes.length])).toEqual([
    [null, "", 1],
    ["luck", "Luck", 2],
    ["lessons", "What we learned", 2],
  ]);
});
