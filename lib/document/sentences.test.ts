import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DocumentNode } from "./document-json.ts";
import { replaceSentence, sentencesOf, sentenceWords } from "./sentences.ts";

const text = (words: string, ...marks: string[]): DocumentNode => ({
  type: "text",
  text: words,
  ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}),
});
const chip = (eventId: string): DocumentNode => ({ type: "eventChip", attrs: { eventId } });
const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: "paragraph", content });
const [PAGED, ACKED] = sentencesOf([
  paragraph(text("A person was paged at 14:02 "), chip("e1"), text(", late. It was acknowledged.")),
]);

describe("sentences of nodes", () => {
  it("are read in order, with the chips that they cite and without the spaces between them", () => {
    expect([PAGED, ACKED].map((one) => one && [one.text, sentenceWords(one)])).toEqual([
      ["A person was paged at 14:02 \uFFFC, late.", "A person was paged at 14:02, late."],
      ["It was acknowledged.", "It was acknowledged."],
    ]);
    expect(PAGED?.nodes).toEqual([text("A person was paged at 14:02 "), chip("e1"), text(", late.")]);
  });

  it("are found in lists and quotes, and not in live blocks", () => {
    const list = { type: "bulletList", content: [{ type: "listItem", content: [paragraph(text("One. Two."))] }] };
    expect(sentencesOf([list, { type: "liveBlock", attrs: { kind: "timeline" } }]).map((one) => one.text)).toEqual([
      "One.",
      "Two.",
    ]);
  });
});

describe("replacing a sentence", () => {
  const now = sentencesOf([paragraph(text("A person was paged at 14:07 "), chip("e2"), text("."))])[0];

  it("keeps the words before and after it, with their marks", () => {
    const content = [
      text("We saw it. "),
      text("A person was paged at 14:02 "),
      chip("e1"),
      text(", late. "),
      text("It hurt.", "bold"),
    ];
    if (!PAGED || !now) throw new Error("no sentences");
    expect(replaceSentence(content, PAGED, now)).toEqual([
      text("We saw it. "),
      text("A person was paged at 14:07 "),
      chip("e2"),
      text("."),
      text(" "),
      text("It hurt.", "bold"),
    ]);
  });

  it.each([
    ["another time", [text("A person was paged at 14:03 "), chip("e1"), text(", late.")]],
    ["no chip", [text("A person was paged at 14:02, late.")]],
    ["nothing", []],
  ])("leaves a text with %s alone", (_, content) => {
    if (!PAGED || !now) throw new Error("no sentences");
    expect(replaceSentence(content, PAGED, now)).toBeNull();
  });

  it("changes nothing else, whatever is around the sentence", () => {
    const words = fc.string({ unit: fc.constantFrom("a", "É", " ", "…", "🙂") });
    fc.assert(
      fc.property(words, words, (before, after) => {
        if (!PAGED || !now) throw new Error("no sentences");
        const content = [text(`${before}|`), ...PAGED.nodes, text(`|${after}`)];
        const letters = (nodes: DocumentNode[] | null) => nodes?.map((node) => node.text ?? "*").join("");
        expect(letters(replaceSentence(content, PAGED, now))).toBe(`${before}|A person was paged at 14:07 *.|${after}`);
      }),
    );
  });
});
