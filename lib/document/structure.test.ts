import type { NodeType } from "@tiptap/pm/model";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { type DocumentNode, descendants } from "./document-json.ts";
import { editorSchema } from "./schema.ts";
import { Random } from "./testing/random.ts";
import { linesOf } from "./testing/random-edit.ts";
import { beginning, meet, Writer, wordsOf } from "./testing/writer.ts";

const node = (name: string): NodeType => {
  const type = editorSchema().nodes[name];
  if (!type) throw new Error(`No node ${name}`);
  return type;
};
const paragraph = (id: string, words: string): DocumentNode => ({
  type: "paragraph",
  attrs: { id },
  content: [{ type: "text", text: words }],
});
/** Returns letters that are all different, so a lost or doubled one is noticed. */
const letters = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => String.fromCharCode(0x4e00 + from + index)).join("");

const BEFORE = letters(0, 70);
const MIDDLE = letters(20, 30);
const START = beginning(paragraph("a", letters(0, 20)), paragraph("b", MIDDLE), paragraph("c", letters(50, 20)));

/** Makes one edit in the middle paragraph. Returns the letters added. */
type Edit = (writer: Writer, chance: Random, run: number) => string;

const somewhere = (writer: Writer, chance: Random) => writer.find(MIDDLE.charAt(1 + chance.below(28)));
const insert =
  (name: string): Edit =>
  (writer, chance, run) => {
    writer.dispatch(
      writer.state.tr.insert(
        somewhere(writer, chance),
        node(name).create(name === "eventChip" ? { eventId: `e${run}` } : null),
      ),
    );
    return "";
  };
const EDITS: Record<string, Edit> = {
  "a chip": insert("eventChip"),
  "a line break": insert("hardBreak"),
  "a heading of the line": (writer) => {
    const at = writer.find(MIDDLE.charAt(0));
    writer.dispatch(writer.state.tr.setBlockType(at, at, node("heading"), { level: 2, id: "b" }));
    return "";
  },
  letters: (writer, chance, run) => {
    const typed = [0, 1, 2, 3, 4].map((index) => String.fromCharCode(0x6e00 + ((run * 5 + index) % 4000)));
    writer.select(somewhere(writer, chance));
    for (const letter of typed) writer.type(letter);
    return typed.join("");
  },
  Enter: (writer, chance) => {
    writer.dispatch(writer.state.tr.split(somewhere(writer, chance)));
    return "";
  },
  "bold words": (writer, chance) => {
    const at = somewhere(writer, chance);
    const bold = editorSchema().marks.bold?.create();
    if (bold) writer.dispatch(writer.state.tr.addMark(at, at + 2, bold));
    return "";
  },
};

describe("two people change one line before either has seen the other", () => {
  test.each([
    ["a chip", "a chip"],
    ["a line break", "a line break"],
    ["a chip", "a line break"],
    ["a chip", "letters"],
    ["a chip", "bold words"],
    ["a chip", "a heading of the line"],
    ["a heading of the line", "letters"],
    ["a heading of the line", "Enter"],
    ["a heading of the line", "a heading of the line"],
    ["letters", "letters"],
  ])("%s and %s: every letter is there once, where its writer put it", (hers, his) => {
    for (let run = 1; run <= 25; run++) {
      const chance = new Random(run * 13);
      const people = [new Writer(START), new Writer(START)] as const;
      const typed = [EDITS[hers]?.(people[0], chance, run), EDITS[his]?.(people[1], chance, run + 1000)];
      meet(people, chance);
      const words = wordsOf(people[0].json()).replaceAll("\n", "");
      for (const part of typed) expect(words, `run ${run}`).toContain(part);
      const rest = [...words].filter((letter) => BEFORE.includes(letter)).join("");
      expect(rest, `run ${run}`).toBe(BEFORE);
      expect(words.length).toBe(BEFORE.length + typed.join("").length);
      for (const person of people) expect(person.state.doc.eq(person.stored()), `run ${run}`).toBe(true);
      expect(people[0].stored().eq(people[1].stored()), `run ${run}`).toBe(true);
      const chips = [...descendants(people[0].json())].filter(
        ({ type }) => type === "eventChip" || type === "hardBreak",
      );
      expect(chips.length).toBe([hers, his].filter((name) => name === "a chip" || name === "a line break").length);
    }
  });
});

test("two people start to write in an empty line at once", () => {
  const start = beginning(paragraph("a", "before"), { type: "paragraph", attrs: { id: "b" } });
  const people = [new Writer(start), new Writer(start)] as const;
  const end = people[0].state.doc.content.size - 1;
  for (const [index, person] of people.entries()) {
    person.select(end);
    for (const letter of index === 0 ? "abc" : "xyz") person.type(letter);
  }
  meet(people);
  for (const person of people) person.type("!");
  meet(people);
  const words = wordsOf(people[0].json());
  for (const part of ["abc!", "xyz!"]) expect(words).toContain(part);
  expect(words).toHaveLength("before\nabc!xyz!".length);
  expect(people[0].fragment.toArray().map((line) => line instanceof Y.XmlElement && line.length)).toEqual([1, 1]);
});

describe("a line of a list becomes a heading while the line before it is removed", () => {
  const list = (kind: string, item: string, before: readonly string[], lines: readonly string[]): DocumentNode => ({
    type: kind,
    content: [
      ...before.map((words, at) => ({ type: item, content: [paragraph(`before${at}`, words)] })),
      { type: item, content: lines.map((words, at) => paragraph(`line${at}`, words)) },
    ],
  });
  const LINES = [letters(0, 10), letters(20, 10), letters(40, 10)];
  const inQuotation = (content: DocumentNode): DocumentNode => ({ type: "blockquote", content: [content] });

  test.each<[string, DocumentNode]>([
    ["bullets", list("bulletList", "listItem", [], LINES)],
    ["numbers", list("orderedList", "listItem", [], LINES)],
    ["tasks", list("taskList", "taskItem", [], LINES)],
    ["two lines", list("bulletList", "listItem", [], LINES.slice(0, 2))],
    ["the second item", list("bulletList", "listItem", [letters(60, 10)], LINES)],
    ["the third of tasks", list("taskList", "taskItem", [letters(60, 10), letters(80, 10)], LINES)],
    ["a list in a quotation", inQuotation(list("bulletList", "listItem", [], LINES))],
    [
      "a list in a list",
      {
        type: "bulletList",
        content: [
          {
            type: "listItem",
            content: [paragraph("outer", letters(60, 10)), list("orderedList", "listItem", [], LINES)],
          },
        ],
      },
    ],
  ])("%s: the item and its words stay, on both screens and as stored", (_where, start) => {
    const common = beginning(start, paragraph("end", letters(100, 5)));
    const people = [new Writer(common), new Writer(common)] as const;
    const [first, second] = LINES;
    const at = people[0].find(second?.charAt(0) ?? "");
    people[0].dispatch(people[0].state.tr.setBlockType(at, at, node("heading"), { level: 2, id: "line1" }));
    const gone = people[1].find(first?.charAt(0) ?? "");
    people[1].dispatch(people[1].state.tr.delete(gone - 1, gone + (first?.length ?? 0) + 1));
    meet(people);
    const words = wordsOf(people[0].json()).replaceAll("\n", "");
    for (const letter of wordsOf({ type: "doc", content: [start] }).replaceAll("\n", ""))
      if (!first?.includes(letter)) expect(words).toContain(letter);
    for (const person of people) expect(person.state.doc.eq(person.stored())).toBe(true);
    expect(people[0].stored().eq(people[1].stored())).toBe(true);
    expect(() => people[0].state.doc.check()).not.toThrow();
  });

  test("a heading from the start stays, as a paragraph, once both lines before it are removed", () => {
    const heading = { ...paragraph("line2", LINES[2] ?? ""), type: "heading", attrs: { id: "line2", level: 2 } };
    const [one, two] = LINES.map((words, at) => paragraph(`line${at}`, words));
    if (!one || !two) throw new Error("No lines");
    const content = [one, two, heading];
    const common = beginning({ type: "bulletList", content: [{ type: "listItem", content }] });
    const people = [new Writer(common), new Writer(common)] as const;
    for (const [at, person] of people.entries()) {
      const words = LINES[at] ?? "";
      const from = person.find(words.charAt(0));
      person.dispatch(person.state.tr.delete(from - 1, from + words.length + 1));
    }
    meet(people);
    expect(wordsOf(people[0].json())).toBe(LINES[2]);
    for (const person of people) expect(person.state.doc.eq(person.stored())).toBe(true);
  });
});

const TEXT = [letters(0, 80), letters(80, 75), letters(155, 80)];

/** Three people make 36 edits, of which up to a dozen are in transit at once. */
function writeTogether(kinds: readonly string[], run: number, arrives: number) {
  const chance = new Random(run * 7);
  const start = beginning(...TEXT.map((words, index) => paragraph(`p${index}`, words)));
  const people = [new Writer(start), new Writer(start), new Writer(start)];
  const wanted = new Map([...TEXT.join("")].map((letter) => [letter, 1]));
  for (let step = 0; step < 36; step++) {
    const { state, dispatch } = chance.pick(people);
    const line = chance.pick(linesOf(state.doc));
    const at = line.from + chance.below(line.to - line.from + 1);
    const { tr } = state;
    switch (chance.pick(kinds)) {
      case "type": {
        const letter = String.fromCharCode(0x6e00 + step);
        wanted.set(letter, 1);
        dispatch(tr.insertText(letter, at));
        break;
      }
      case "chip":
        dispatch(tr.insert(at, node("eventChip").create({ eventId: `e${step}` })));
        break;
      case "heading": {
        const isHeading = line.node.type.name === "heading";
        const attrs = { id: line.node.attrs.id, ...(isHeading ? {} : { level: 2 }) };
        dispatch(tr.setBlockType(line.from, line.from, node(isHeading ? "paragraph" : "heading"), attrs));
        break;
      }
    }
    while (chance.next() < arrives) {
      const [reader, from] = [chance.pick(people), chance.pick(people)];
      if (reader !== from) reader.receive(from);
    }
  }
  meet(people, chance);
  const words = wordsOf(people[0]?.json() ?? { type: "doc" });
  const found = new Map<string, number>();
  for (const letter of words.replaceAll("\n", "")) found.set(letter, (found.get(letter) ?? 0) + 1);
  return {
    doubled: [...found.values()].some((count) => count > 1),
    lost: [...wanted.keys()].some((letter) => !found.has(letter)),
    unlike: people.some((person) => !person.state.doc.eq(people[0]?.stored() ?? person.state.doc)),
  };
}

test.each([
  ["letters", ["type"]],
  ["letters and chips", ["type", "type", "chip"]],
  ["letters and headings", ["type", "type", "heading"]],
  ["letters, chips and headings", ["type", "chip", "heading"]],
])(
  "three people at once, %s: nothing is doubled or lost, however late the edits arrive",
  (_what, kinds) => {
    for (const arrives of [0.95, 0.5, 0.1])
      for (let run = 1; run <= 15; run++)
        expect(writeTogether(kinds, run, arrives), `run ${run}`).toEqual({
          doubled: false,
          lost: false,
          unlike: false,
        });
  },
  60_000,
);
