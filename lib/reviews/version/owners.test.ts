import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { packOwners, sentencesOf, UNKNOWN, unpackOwners } from "./owners.ts";
import { sentencePieces } from "./sentence-pieces.ts";
import { labelOf, paragraph, words } from "./testing/texts.ts";
import { placedWords, tokensOf, type WordRun, wordRuns } from "./word-runs.ts";

describe("the author of a sentence", () => {
  const at = (minute: number) => `2026-01-10T14:0${minute}:00.000Z`;
  const ines = { author: "ines", at: at(1) };
  const sam = { author: "sam", at: at(2) };

  it("is known by its words, each author once with the time of their last word", () => {
    const { words: own } = placedWords(paragraph("a", "Retries made it worse. Nobody saw it."), labelOf);
    const owners = own.map(({ word }) => (word === "worse" ? sam : word === "made" ? { ...ines, at: at(5) } : ines));
    expect(sentencesOf(own, owners)).toEqual([
      { from: 0, to: 23, letters: [0, 23], origins: [{ ...ines, at: at(5) }, sam] },
      { from: 23, to: 37, letters: [23, 37], origins: [ines] },
    ]);
  });

  it("names no one for spaces and punctuation, and goes by the latest words, not the last", () => {
    const { words: own } = placedWords(paragraph("a", "One. Two (three)?"), labelOf);
    const owners = own.map(({ word }) => (/\w/.test(word) ? { ...sam, at: at(word === "Two" ? 4 : 3) } : ines));
    expect(sentencesOf(own, owners).map(({ origins }) => origins)).toEqual([
      [{ ...sam, at: at(3) }],
      [{ ...sam, at: at(4) }],
    ]);
    const when = (...times: (string | null)[]) => {
      const { words: two } = placedWords(paragraph("a", "One two"), labelOf);
      return sentencesOf(two, [
        { author: "sam", at: times[0] ?? null },
        ines,
        { author: "sam", at: times[1] ?? null },
      ]).flatMap(({ origins }) => origins.map((origin) => origin.at));
    };
    expect([when(null, at(1)), when(at(1), null), when(null, null)]).toEqual([[at(1)], [at(1)], [null]]);
  });

  it("is unknown for words without an owner, and for a block without words", () => {
    const { words: own } = placedWords(paragraph("a", "One two"), labelOf);
    expect(sentencesOf(own, [])).toEqual([{ from: 0, to: 7, letters: [0, 7], origins: [] }]);
    expect(sentencesOf([], [])).toEqual([]);
    expect(unpackOwners(null, [2])).toEqual([
      [
        { author: UNKNOWN, at: null },
        { author: UNKNOWN, at: null },
      ],
    ]);
    expect(unpackOwners({ origins: [], blocks: [[[3, 2]]] }, [2])).toEqual(unpackOwners(null, [2]));
  });

  it("is stored as runs of words, with each origin once", () => {
    expect(packOwners([[ines, ines, sam], [], [ines]])).toEqual({
      origins: [ines, sam],
      blocks: [
        [
          [0, 2],
          [1, 1],
        ],
        [],
        [[0, 1]],
      ],
    });
  });

  it("counts a chip as one letter, and words without an author as none", () => {
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
    const sides = ["before", "after"] as const;
    const twoSentences = fc.tuple(words, words).map(([first, second]) => `${first.join(" ")}. It ${second.join(" ")}.`);
    const spansOf = (sentences: string) =>
      [...new Intl.Segmenter("en", { granularity: "sentence" }).segment(sentences)].map(({ index, segment }) => ({
        from: index,
        to: index + segment.length,
      }));
    fc.assert(
      fc.property(twoSentences, twoSentences, (before, after) => {
        const spans = { before: spansOf(before), after: spansOf(after) };
        expect([spans.before.length, spans.after.length]).toEqual([2, 2]);
        const runs = wordRuns(tokensOf(paragraph("a", before), labelOf), tokensOf(paragraph("a", after), labelOf));
        const pieces = sentencePieces(runs, spans);
        expect(wordsOfRuns(pieces.flatMap((piece) => piece.runs))).toEqual(wordsOfRuns(runs));
        const read = { before: 0, after: 0 };
        for (const [at, { side, sentence, runs: own }] of pieces.entries()) {
          expect([side, sentence]).not.toEqual([pieces[at - 1]?.side, pieces[at - 1]?.sentence]);
          for (const { text, change } of own) {
            expect(side).toBe(change === "out" ? "before" : "after");
            expect(read[side]).toBeGreaterThanOrEqual(spans[side][sentence]?.from ?? Number.NaN);
            expect(read[side] + text.length).toBeLessThanOrEqual(spans[side][sentence]?.to ?? Number.NaN);
            for (const one of sides) if (one === side || change === "same") read[one] += text.length;
          }
        }
        expect(read).toEqual({ before: before.length, after: after.length });
      }),
    );
  });

  it("leaves a compared block whole on each side where its sentences aren't known", () => {
    const runs = [
      { text: "One. ", change: "same" },
      { text: "Two.", change: "out" },
      { text: "Three.", change: "in" },
    ] as const;
    expect(sentencePieces(runs, { before: [], after: [] })).toEqual([
      { side: "after", sentence: -1, runs: [runs[0]] },
      { side: "before", sentence: -1, runs: [runs[1]] },
      { side: "after", sentence: -1, runs: [runs[2]] },
    ]);
    const known = { before: [{ from: 0, to: 5 }], after: [{ from: 0, to: 5 }] };
    expect(sentencePieces(runs, known).map(({ side, sentence }) => [side, sentence])).toEqual([
      ["after", 0],
      ["before", -1],
      ["after", -1],
    ]);
  });
});

/** The letters of runs, each with its change: however they are cut. */
const wordsOfRuns = (runs: readonly WordRun[]) =>
  runs.flatMap(({ text, change }) => [...text].map((letter) => `${letter}${change}`));
