import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { findHints, HINT_IDS, hintPattern, hintsOfLine } from "./hints.ts";
import { readableLetters, scopeOfSection } from "./read-line.ts";

type Examples = Record<string, { positive: string[]; negative: string[] }>;
const EXAMPLES = JSON.parse(readFileSync(new URL("testing/examples.json", import.meta.url), "utf8")) as Examples;

const idsIn = (text: string, id: string) =>
  findHints(text, hintPattern(id)?.scope[0] ?? "narrative").map(({ pattern }) => pattern);

describe.each(HINT_IDS)("the pattern %s", (id) => {
  const { positive = [], negative = [] } = EXAMPLES[id] ?? {};

  it("finds its wordings, or another pattern finds them first", () => {
    expect(positive).toHaveLength(3);
    for (const text of positive) expect(idsIn(text, id), text).not.toEqual([]);
  });

  it("leaves similar wordings alone", () => {
    for (const text of negative) expect(idsIn(text, id), text).not.toContain(id);
  });
});

it("knows 80 patterns, each with a reason and a suggestion", () => {
  expect(HINT_IDS).toHaveLength(80);
  for (const id of HINT_IDS) expect(hintPattern(id)).toMatchObject({ message: /./, suggestion: /./ });
});

it.each([
  "The origin was under far more load than it should've been.",
  "Before, it would've been a direct 502.",
  "Some entries are skipped (if only the index is updated).",
  "The logs were not evident that anything was at fault.",
  "The job would always fail while the pod was gone.",
])("leaves a statement about systems alone: %s", (words) => expect(findHints(words, "narrative")).toEqual([]));

it("never lets two hints overlap, and stays within the text", () => {
  const words = fc.constantFrom(
    "should have checked",
    "human error",
    "clearly",
    "failed to",
    "the",
    "deploy",
    ".",
    "!!!",
  );
  let found = 0;
  fc.assert(
    fc.property(fc.array(words, { maxLength: 60 }), (parts) => {
      const text = parts.join(" ");
      let last = 0;
      const hints = findHints(text, "narrative");
      found += hints.length;
      for (const { from, to } of hints) {
        expect(from).toBeGreaterThanOrEqual(last);
        expect(to).toBeLessThanOrEqual(text.length);
        last = to;
      }
    }),
  );
  expect(found).toBeGreaterThan(20);
});

it("shows at most twelve hints in a paragraph, and reads its first 5,000 letters", () => {
  expect(findHints("We should have known. ".repeat(40), "narrative")).toHaveLength(12);
  expect(findHints(`${"x".repeat(4995)} should have known`, "narrative")).toEqual([]);
});

const text = (words: string, ...marks: string[]): DocumentNode => ({
  type: "text",
  text: words,
  marks: marks.map((type) => ({ type })),
});
const line = (...content: DocumentNode[]): DocumentNode => ({ type: "paragraph", content });

it.each([
  ["code", line(text("Ran "), text("should have known", "code"), text(" twice."))],
  ["a link", line(text("See "), text("what we should have known", "link"), text("."))],
  ["a quotation", line(text("Ada wrote “we should have known” at 14:05."))],
  ["a quotation with plain marks", line(text('Ada wrote "we should have known" at 14:05.'))],
  ["a quotation in bold", line(text("Ada wrote “we should "), text("have known", "bold"), text("” at 14:05."))],
  ["a proposal", line(text("We "), text("should have known", "suggestInsert"), text(" the limit."))],
])("doesn't read %s", (_, node) => {
  expect(findHints(readableLetters(node), "narrative")).toEqual([]);
});

it("keeps the place of each letter", () => {
  const node = line(
    text("Ran "),
    text("ls -l", "code"),
    { type: "eventChip", attrs: {} },
    text(" and should have known."),
  );
  const [hint] = findHints(readableLetters(node), "narrative");
  expect(hint?.from).toBe("Ran ls -l".length + 1 + " and ".length);
});

it.each([
  ["factors", "cause"],
  ["actions", "action"],
  ["own_section", "narrative"],
  ["constructor", "narrative"],
  [null, "narrative"],
])("reads the section %s as %s", (key, scope) => expect(scopeOfSection(key)).toBe(scope));

it("names the sentence of a hint, the same after an edit of another sentence", () => {
  const [before] = hintsOfLine({ letters: "It broke. We should have known. ", scope: "narrative" });
  const [after] = hintsOfLine({ letters: "It broke at noon. We should have known. Then", scope: "narrative" });
  const [edited] = hintsOfLine({ letters: "It broke. We should have known it. ", scope: "narrative" });
  expect(before?.sentence).toMatchObject({ from: 10, to: 31 });
  expect(after?.sentence.hash).toBe(before?.sentence.hash);
  expect(edited?.sentence.hash).not.toBe(before?.sentence.hash);
});

it("takes the first of several hints that overlap, then the longest one, in reading order", () => {
  const words = ["This was human error.", "We should have known."];
  for (const letters of [words.join(" "), words.toReversed().join(" ")]) {
    const starts = findHints(letters, "narrative").map(({ from }) => from);
    expect(starts).toHaveLength(2);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  }
  expect(hintsOfLine({ letters: "It broke.", scope: "narrative" })).toEqual([]);
});

it("says why, and what to ask instead", () => {
  const [hint] = hintsOfLine({ letters: "We should have known.", scope: "narrative" });
  const pattern = hintPattern(hint?.pattern ?? "");
  expect(hint).toMatchObject({
    message: pattern?.message,
    suggestion: pattern?.suggestion,
    sentence: { from: 0, to: 21 },
  });
  expect(hint?.message).not.toBe("");
});

it("looks in each part of a review only for the wordings that matter there", () => {
  const scopes = HINT_IDS.map((id) => hintPattern(id)?.scope ?? []);
  const only = HINT_IDS.find((_, at) => !scopes[at]?.includes("narrative"));
  const example = EXAMPLES[only ?? ""]?.positive[0] ?? "";
  expect(idsIn(example, only ?? "").length).toBeGreaterThan(0);
  expect(findHints(example, "narrative").map(({ pattern }) => pattern)).not.toContain(only);
});
