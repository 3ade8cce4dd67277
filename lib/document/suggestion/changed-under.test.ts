import fc from "fast-check";
import { expect, it } from "vitest";
import { decideText } from "../decide-suggestions.ts";
import { storedJson } from "../from-yjs.ts";
import { Suggester } from "../testing/suggester.ts";
import { beginning } from "../testing/writer.ts";
import { plainText } from "../text.ts";
import { textAs } from "../text-as.ts";
import { proposalsIn } from "./proposals.ts";

const SENTENCES = ["The alpha pool was full.", "Then bravo broke.", "At last charlie woke up."];
const paragraph = (words: string) => ({ type: "paragraph", content: [{ type: "text", text: words }] });
const START = beginning(paragraph(SENTENCES.join(" ")), paragraph("Another delta line."));

/** Ana suggests an edit, and Ben edits the text directly. Returns what the suggestion says before and after. */
function edited(suggest: (ana: Suggester) => void, edits: ((ben: Suggester) => void)[]) {
  const [ana, ben] = [new Suggester(START), new Suggester(START, false)];
  suggest(ana);
  ben.receive(ana);
  const read = () => proposalsIn(storedJson(ben.document).content ?? [])[0];
  const before = read();
  for (const edit of edits) edit(ben);
  return { before, after: read(), text: storedJson(ben.document) };
}

const insert = (word: string, letters: string, by: Suggester) => {
  const at = by.find(word);
  if (at >= 0) by.edit(by.state.tr.insertText(letters, at + 1));
};
const strike = (word: string) => (ana: Suggester) => {
  const at = ana.find(word);
  ana.edit(ana.state.tr.delete(at, at + word.length));
};

it.each([
  ["words removed", strike("bravo"), "Then bravo broke."],
  ["words over two sentences", strike("broke. At"), "Then bravo broke. At last charlie woke up."],
  ["words added", (ana: Suggester) => insert("bravo", "new", ana), "Then bravo broke."],
  [
    "words added at the end of a sentence",
    (ana: Suggester) => ana.edit(ana.state.tr.insertText(" New.", ana.find("broke.") + 6)),
    "Then bravo broke.",
  ],
  [
    "words added at the end of a line",
    (ana: Suggester) => ana.edit(ana.state.tr.insertText(" New.", ana.find("line.") + 5)),
    "Another delta line.",
  ],
  [
    "a format",
    (ana: Suggester) => {
      const { tr, schema } = ana.state;
      const mark = schema.marks.bold?.create();
      if (mark) ana.edit(tr.addMark(ana.find("bravo"), ana.find("bravo") + 5, mark));
    },
    "Then bravo broke.",
  ],
  [
    "a block that is removed",
    (ana: Suggester) => {
      const at = ana.state.doc.child(0).nodeSize;
      ana.edit(ana.state.tr.delete(at, at + ana.state.doc.child(1).nodeSize));
    },
    "Another delta line.",
  ],
])("a suggestion of %s is in its sentences", (_, suggest, sentences) => {
  expect(edited(suggest, []).before?.sentences).toBe(sentences);
});

const WORDS = ["alpha", "full", "Then", "bravo", "broke", "charlie", "woke", "delta"];

it("a suggestion has other sentences exactly when someone changes them, and accepting does what it says", () => {
  const act = fc.record({ word: fc.constantFrom(...WORDS), deletes: fc.boolean() });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 6 }), (acts) => {
      const { before, after, text } = edited(
        strike("bravo"),
        acts.map(({ word, deletes }) => (ben: Suggester) => {
          const at = ben.find(word);
          if (at >= 0) ben.edit(deletes ? ben.state.tr.delete(at + 1, at + 2) : ben.state.tr.insertText("x", at + 1));
        }),
      );
      const standing = plainText(textAs(text, "as_it_stands"));
      const isSame = standing.includes(before?.sentences ?? "?");
      expect(after?.sentences === before?.sentences).toBe(isSame);
      const accepted = plainText(decideText(text, (id) => (id === after?.id ? "accept" : "keep")));
      expect(accepted.length).toBe(standing.length - (after?.deleted.length ?? 0));
    }),
  );
});
