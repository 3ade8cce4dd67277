import { describe, expect, it } from "vitest";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { carryWords, type WordPlace, type WordsOfText } from "./owners.ts";
import { blocksOf } from "./pair-blocks.ts";
import { doc, labelOf, paragraph, text } from "./testing/texts.ts";
import { placedWords, tokensOf, wholeRun, wordCount, wordRuns } from "./word-runs.ts";

const node = (type: string, ...content: DocumentNode[]): DocumentNode => ({ type, content });
const item = (words: string, ...more: DocumentNode[]) => node("listItem", paragraph("p", words), ...more);
const task = (words: string, checked: boolean): DocumentNode => ({
  ...node("taskItem", paragraph("p", words)),
  attrs: { checked },
});
const cell = (...words: string[]) => node("tableCell", ...words.map((line) => paragraph("p", line)));
const attributed = (type: string, attrs: Record<string, string>, ...content: DocumentNode[]) => ({
  ...node(type, ...content),
  attrs,
});
const read = (block: DocumentNode) =>
  placedWords(block, labelOf)
    .words.map(({ word }) => word)
    .join("");

describe("the words of a block", () => {
  it.each<[string, DocumentNode, string]>([
    ["a list", node("bulletList", item("One"), item("Two")), "• One\n• Two"],
    ["a numbered list", node("orderedList", item("One"), item("Two")), "1. One\n2. Two"],
    ["a list in a list", node("bulletList", item("One", node("orderedList", item("Two")))), "• One\n  1. Two"],
    ["a second line of an item", node("bulletList", item("One", paragraph("q", "Two"))), "• One\n  Two"],
    ["a task list", node("taskList", task("Done", true), task("Open", false)), "☑ Done\n☐ Open"],
    ["a table", node("table", node("tableRow", cell("a"), cell("b", "c")), node("tableRow", cell("d"))), "a | b c\nd"],
    ["a line break", paragraph("p", "One", { type: "hardBreak" }, "Two"), "One Two"],
    ["an event", paragraph("p", "See ", attributed("eventChip", { eventId: "unknown" })), "See event"],
    ["an event without its id", paragraph("p", { type: "eventChip" }), "event"],
    ["an action", paragraph("p", attributed("recordChip", { noun: "action-item", key: "ACT-31" })), "ACT-31"],
    ["a factor", paragraph("p", attributed("recordChip", { noun: "factor", key: "0190" })), "factor"],
    ["a record without its key", paragraph("p", "x", { type: "recordChip" }), "x"],
    ["a live block", attributed("liveBlock", { kind: "keyTimes" }), "Key times"],
    [
      "a live block with choices",
      attributed("liveBlock", { kind: "timeline", events: "pinned" }),
      "Timeline (pinned events)",
    ],
    ["a picture in a list", node("bulletList", node("listItem", node("picture"))), "• Picture"],
    [
      "a heading after a task",
      node("taskList", node("taskItem", paragraph("p", "A"), node("heading", text("B")))),
      "☐ A\n  B",
    ],
    [
      "a list in a task",
      node("taskList", node("taskItem", paragraph("p", "A"), node("bulletList", item("B")))),
      "☐ A\n  • B",
    ],
    [
      "a chip in a cell",
      node("table", node("tableRow", cell("a"), node("tableCell", paragraph("p", { type: "personMention" })))),
      "a | @",
    ],
    ["an empty cell", node("table", node("tableRow", cell("a"), node("tableCell"), cell("b"))), "a |  | b"],
    ["a person", paragraph("p", attributed("personMention", { label: "Ana" })), "@Ana"],
    ["a person without a name", paragraph("p", { type: "personMention" }), "@"],
    ["a picture", attributed("picture", { alt: "A graph" }), "Picture: A graph"],
    ["a picture without words", node("picture"), "Picture"],
    [
      "a picture with a caption",
      attributed("picture", { alt: "A graph" }, text("At noon")),
      "Picture: A graph. At noon",
    ],
    [
      "a link card",
      attributed("linkCard", { href: "https://a.example" }, text("Runbook")),
      "Runbook https://a.example",
    ],
    ["a link card without a title", attributed("linkCard", { href: "https://a.example" }), "https://a.example"],
    ["a quote", node("blockquote", paragraph("p", "One"), paragraph("q", "Two")), "One\nTwo"],
    ["an empty paragraph", paragraph("p"), ""],
    ["text without words", paragraph("p", { type: "text" }), ""],
  ])("of %s", (_, block, words) => expect(read(block)).toBe(words));

  it("have their places among letters and chips, with marks but for comments", () => {
    const chip = attributed("eventChip", { eventId: "unknown" });
    const { words, letters } = placedWords(paragraph("p", "ab ", chip, { type: "hardBreak" }, "c"), labelOf);
    expect([words, letters]).toEqual([
      [
        { word: "ab", from: 0, to: 2 },
        { word: " ", from: 2, to: 3 },
        { word: "event", from: 3, to: 4 },
        { word: " ", from: 4, to: 5 },
        { word: "c", from: 5, to: 6 },
      ],
      6,
    ]);
    expect(tokensOf(paragraph("p", text("a", ["comment"]), text("b", ["bold"])), labelOf)).toEqual([
      "a\u0000",
      'b\u0000[{"type":"bold"}]',
    ]);
  });
});

it("a chip that is read as nothing still has its place", () => {
  const silent = placedWords(paragraph("p", "a", attributed("eventChip", { eventId: "x" }), "b"), () => "");
  expect(silent.letters).toBe(3);
  expect(silent.words.map(({ word, from, to }) => [word, from, to])).toEqual([
    ["a", 0, 1],
    ["b", 2, 3],
  ]);
  expect(tokensOf(paragraph("p", attributed("eventChip", { eventId: "x" })), () => "")).toEqual([]);
});

describe("the changes of words", () => {
  const runs = (before: string, after: string) =>
    wordRuns(...([before, after].map((words) => tokensOf(paragraph("p", words), labelOf)) as [string[], string[]]))
      .map(({ change, text: words }) => ({ same: words, in: `[+${words}]`, out: `[-${words}]` })[change])
      .join("");

  it.each([
    ["one two three", "one 2 three", "one [-two][+2] three"],
    ["one two three", "one 2 3", "one [-two three][+2 3]"],
    ["one two", "two one", "[-one ]two[+ one]"],
    ["one", "one two", "one[+ two]"],
    ["one two", "two", "[-one ]two"],
    ["", "one", "[+one]"],
    ["one", "", "[-one]"],
    ["a b c", "x b y", "[-a][+x] b [-c][+y]"],
    ["a b", "x b", "[-a][+x] b"],
    ["a. b", "a, b", "a[-.][+,] b"],
  ])("from “%s” to “%s”", (before, after, shown) => expect(runs(before, after)).toBe(shown));

  it("are all of both texts once there are very many", () => {
    const before = Array.from({ length: 700 }, (_, at) => `${at}\u0000`);
    const changes = (after: readonly string[]) => wordRuns(before, after).map(({ change }) => change);
    expect(changes(before.toReversed())).toEqual(["out", "in"]);
    expect(changes(before)).toEqual(["same"]);
    expect([wholeRun([], "in"), wholeRun(["a\u0000"], "in")]).toEqual([[], [{ text: "a", change: "in" }]]);
  });

  it.each([
    ["", 0],
    ["one, two", 2],
    ["doesn't re-read — it’s 3", 4],
    ["…", 0],
  ])("counts the words of “%s”", (words, count) => expect(wordCount(words)).toBe(count));
});

describe("the owner of words", () => {
  const textOf = (...lines: string[]): WordsOfText => {
    const blocks = blocksOf(doc(...lines.map((line, at) => paragraph(`b${at}`, line))), labelOf);
    return { blocks, words: blocks.map(({ node: block }) => placedWords(block, labelOf).words) };
  };
  const carried = (
    old: WordsOfText,
    now: WordsOfText,
    more: Partial<{ isFree: (place: WordPlace) => boolean; isOpen: (place: WordPlace) => boolean }> = {},
  ) => {
    const found = new Set<string>();
    const options = { isFree: () => true, isOpen: () => true, passage: 3, ...more };
    carryWords(old, now, { ...options, carry: ([, from], [block, to]) => found.add(`${block}.${to}<${from}`) });
    return [...found];
  };

  it("is unknown where no word is open, or none is free", () => {
    const same = textOf("one two");
    expect(carried(same, same, { isOpen: () => false })).toEqual([]);
    expect(carried(same, same, { isFree: () => false })).toEqual([]);
  });

  it("stays with the kept words of a block", () => {
    expect(carried(textOf("one two"), textOf("one two"))).toEqual(["0.0<0", "0.1<1", "0.2<2"]);
    expect(carried(textOf("one two"), textOf("zero one two"))).toEqual(["0.2<0", "0.3<1", "0.4<2"]);
    expect(carried(textOf("zero one two"), textOf("one two"))).toEqual(["0.0<2", "0.1<3", "0.2<4"]);
    expect(carried(textOf("one two"), textOf("one 2"))).toEqual(["0.0<0", "0.1<1"]);
  });

  it("passes only from free words to open ones", () => {
    const same = textOf("one two");
    expect(carried(same, same, { isFree: ([, word]) => word !== 0 })).toEqual(["0.1<1", "0.2<2"]);
    expect(carried(same, same, { isOpen: ([, word]) => word !== 2 })).toEqual(["0.0<0", "0.1<1"]);
  });

  it("is found where a passage was moved, if it is long enough", () => {
    const old = textOf("kept as it is here", "one two three four");
    const isFree = ([block]: WordPlace) => block === 1;
    const moved = carried(old, textOf("kept as it is here one two three four"), { isFree });
    expect(moved).toEqual(["0.10<0", "0.12<2", "0.14<4", "0.16<6"]);
    expect(carried(old, textOf("kept as it is here one two"), { isFree })).toEqual([]);
  });

  it("is found in a passage that occurs twice, from the first free place", () => {
    const old = textOf("one two three", "one two three");
    expect(carried(old, textOf("new start one two three"), { isFree: ([block]) => block === 1 })).toEqual([
      "0.4<0",
      "0.6<2",
      "0.8<4",
    ]);
  });
});
