import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { diffTexts } from "./diff.ts";
import { packOwners, sentencesOf, UNKNOWN, unpackOwners } from "./owners.ts";
import { sentencePieces } from "./sentence-pieces.ts";
import { doc, labelOf, paragraph, words } from "./testing/texts.ts";
import { placedWords } from "./word-runs.ts";

describe("who wrote a sentence", () => {
  const at = (minute: number) => `2026-01-10T14:0${minute}:00.000Z`;
  const ines = { author: "ines", at: at(1) };
  const sam = { author: "sam", at: at(2) };

  it("is told by its words, each author once with the time of their last word", () => {
    const { words: own } = placedWords(paragraph("a", "Retries made it worse. Nobody saw it."), labelOf);
    const owners = own.map(({ word }) => (word === "worse" ? sam : word === "made" ? { ...ines, at: at(5) } : ines));
    expect(sentencesOf(own, owners)).toEqual([
      { from: 0, to: 23, letters: [0, 23], origins: [{ ...ines, at: at(5) }, sam] },
      { from: 23, to: 37, letters: [23, 37], origins: [ines] },
    ]);
  });

  it("counts a chip as one letter, and what no one wrote as none", () => {
    const chip = { type: "eventChip", attrs: { eventId: "e9" } };
    const list: DocumentNode = {
      type: "bulletList",
      content: [{ type: "listItem", content: [paragraph("p", "See ", chip, " there")] }],
    };
    const { words: own, letters } = placedWords(list, labelOf);
    expect(letters).toBe(11);
    expect(own.map(({ word, from, to }) => `${word}${to - from}`).join("|")).toBe("•0| 0|See3| 1|E91| 1|there5");
  });

  it("survives being stored, and is unknown for a block with another number of words", () => {
    const origins = fc.constantFrom(ines, sam, { author: UNKNOWN, at: null });
    fc.assert(
      fc.property(fc.array(fc.array(origins, { maxLength: 9 }), { maxLength: 5 }), (blocks) => {
        const counts = blocks.map(({ length }) => length);
        expect(unpackOwners(packOwners(blocks), counts)).toEqual(blocks);
        const more = unpackOwners(packOwners(blocks), [...counts.map((count) => count + 1), 1]);
        expect(more.flat().every(({ author }) => author === UNKNOWN)).toBe(true);
      }),
    );
  });

  it("divides a compared block, with what went in the sentences of the older text", () => {
    fc.assert(
      fc.property(words, words, fc.nat(9), fc.nat(9), (first, second, one, other) => {
        const [before, after] = [first, second].map((own, side) => {
          const place = [one, other][side] ?? 0;
          return [...own.slice(0, place), "End.", ...own.slice(place)].join(" ");
        });
        const spansOf = (sentences: string) =>
          [...new Intl.Segmenter("en", { granularity: "sentence" }).segment(sentences)].map(({ index, segment }) => ({
            from: index,
            to: index + segment.length,
          }));
        const spans = { before: spansOf(before ?? ""), after: spansOf(after ?? "") };
        const [diff] = diffTexts(doc(paragraph("a", before ?? "")), doc(paragraph("a", after ?? "")), labelOf);
        const pieces = sentencePieces(diff?.runs ?? [], spans);
        expect(pieces.flatMap(({ runs }) => runs.map(({ text: part }) => part)).join("")).toBe(
          diff?.runs.map(({ text: part }) => part).join(""),
        );
        for (const { from, to } of spans.after) {
          const own = pieces.filter(({ side, sentence }) => side === "after" && spans.after[sentence]?.from === from);
          expect(own.flatMap(({ runs }) => runs.map(({ text: part }) => part)).join("")).toBe(after?.slice(from, to));
        }
      }),
    );
  });
});
