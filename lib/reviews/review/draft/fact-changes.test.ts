import { describe, expect, it } from "vitest";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { sentencesOf, sentenceWords } from "#lib/document/sentences.ts";
import { changedWords, factChanges } from "./fact-changes.ts";

const paragraph = (words: string): DocumentNode => ({ type: "paragraph", content: [{ type: "text", text: words }] });
const wordsOf = (sentence: Parameters<typeof sentenceWords>[0] | null) => (sentence ? sentenceWords(sentence) : null);
/** Each change as "was > now", with a star where the section still contains the old sentence. */
const changes = (generated: string, today: string, written = generated) =>
  factChanges([paragraph(generated)], [paragraph(today)], [paragraph(written)]).map(
    ({ was, now, isReplaceable }) => `${wordsOf(was) ?? "-"} > ${wordsOf(now) ?? "-"}${isReplaceable ? " *" : ""}`,
  );

const PAGED = "Ana was paged at 14:02.";
const LATER = "Ana was paged at 14:07.";
const FIXED = "The pool was enlarged at 14:30.";
const ENDED = "It ended at 15:00 for everyone.";

describe("the current sentence of a fact", () => {
  it.each<[string, [string, string, string?], string[]]>([
    ["nothing else", [PAGED, PAGED], []],
    ["another time", [PAGED, LATER], [`${PAGED} > ${LATER} *`]],
    ["another time of a sentence that was edited", [PAGED, LATER, "Paged: Ana, 14:02."], [`${PAGED} > ${LATER}`]],
    ["another time of a sentence that was removed", [PAGED, LATER, FIXED], []],
    ["what is written already", [PAGED, LATER, LATER], []],
    ["one more", [PAGED, `${PAGED} ${FIXED}`], [`- > ${FIXED}`]],
    ["one more at the start", [FIXED, `${PAGED} ${FIXED}`], [`- > ${PAGED}`]],
    ["one less", [`${PAGED} ${FIXED}`, PAGED], [`${FIXED} > -`]],
    ["one less, which was removed by hand", [`${PAGED} ${FIXED}`, PAGED, PAGED], []],
    ["something quite different", [PAGED, FIXED], [`${PAGED} > ${FIXED} *`]],
    [
      "two others, each in the place of the one like it",
      [`${PAGED} ${FIXED}`, `The pool was enlarged at 14:40. ${LATER}`],
      [`${PAGED} > ${LATER} *`, `${FIXED} > The pool was enlarged at 14:40. *`],
    ],
    ["two for one, of which one is like it", [PAGED, `${ENDED} ${LATER}`], [`${PAGED} > ${LATER} *`, `- > ${ENDED}`]],
    ["one for two, like the second", [`${ENDED} ${PAGED}`, LATER], [`${ENDED} > -`, `${PAGED} > ${LATER} *`]],
    ["two for one, neither like it", [PAGED, `${ENDED} ${FIXED}`], [`${PAGED} > -`, `- > ${ENDED}`, `- > ${FIXED}`]],
  ])("is %s", (_, [generated, today, written], expected) =>
    expect(changes(generated, today, written)).toEqual(expected),
  );
});

describe("the words that changed", () => {
  const one = (words: string) => sentencesOf([paragraph(words)])[0] ?? null;
  it.each([
    [PAGED, LATER, ["14:02"]],
    [PAGED, PAGED, []],
    ["Ana was paged.", "Bo was paged.", ["Ana"]],
    ["Ana and 2 others were paged.", "Bo was paged.", ["2"]],
    [PAGED, "", ["14:02"]],
    ["", PAGED, []],
  ])("from “%s” to “%s” are %j", (was, now, words) => expect(changedWords(one(was), one(now))).toEqual(words));
});
