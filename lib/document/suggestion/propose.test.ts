import { Node } from "@tiptap/pm/model";
import { TextSelection, type Transaction } from "@tiptap/pm/state";
import { addColumnAfter, deleteColumn } from "@tiptap/pm/tables";
import { expect, test } from "vitest";
import type { DocumentNode } from "../document-json.ts";
import { storedJson } from "../from-yjs.ts";
import { editorSchema } from "../schema.ts";
import { Random } from "../testing/random.ts";
import { type EditKind, randomEdit } from "../testing/random-edit.ts";
import { likeness, Suggester } from "../testing/suggester.ts";
import { beginning, meet } from "../testing/writer.ts";
import { type SuggestionReading, textAs } from "../text-as.ts";
import { proposalsIn } from "./proposals.ts";

const text = (words: string, ...types: string[]): DocumentNode => ({
  type: "text",
  text: words,
  ...(types.length > 0 ? { marks: types.map((type) => ({ type })) } : {}),
});
const paragraph = (...content: DocumentNode[]): DocumentNode => ({ type: "paragraph", content });
const cell = (words: string): DocumentNode => ({ type: "tableCell", content: [paragraph(text(words))] });
const row = (...words: string[]): DocumentNode => ({ type: "tableRow", content: words.map(cell) });
const item = (words: string): DocumentNode => ({ type: "listItem", content: [paragraph(text(words))] });
const START = beginning(
  { type: "heading", attrs: { level: 2 }, content: [text("Summary of it")] },
  paragraph(text("Alpha bravo charlie delta echo foxtrot.")),
  paragraph(text("Golf hotel "), text("india", "bold"), text(" juliett kilo lima.")),
  { type: "bulletList", content: [item("Mike november"), item("Oscar papa")] },
  { type: "table", content: [row("c11", "c12"), row("c21", "c22")] },
  paragraph(text("Quebec romeo sierra tango.")),
);
const ORIGINAL = likeness(new Suggester(START).json());

const KINDS = [
  "type",
  "delete",
  "replace",
  "split",
  "join",
  "bold",
  "heading",
  "chip",
  "insertBlock",
  "deleteBlock",
  "row",
] as const satisfies EditKind[];

/** Reads a text, which must be valid. */
function read(writer: Suggester, reading: SuggestionReading): string {
  const json = textAs(storedJson(writer.document), reading);
  Node.fromJSON(editorSchema(), json).check();
  return likeness(json);
}

/** Enter in a list starts an item, and this edit makes a line of the item. No key does that. */
function isLineOfItem(kind: EditKind, { steps: [step], docs: [doc] }: Transaction): boolean {
  const { from = 0 } = (step?.toJSON() ?? {}) as { from?: number };
  return kind === "split" && doc?.resolve(from).node(-1).type.name === "listItem";
}

test.each(KINDS)("proposing to %s changes nothing until it is accepted, and undo removes it", (kind) => {
  for (let seed = 1; seed <= 40; seed++) {
    const [proposing, direct] = [new Suggester(START), new Suggester(START, false)];
    const proposed = randomEdit(proposing.state, new Random(seed), kind, "new ");
    const done = randomEdit(direct.state, new Random(seed), kind, "new ");
    if (!proposed || !done || isLineOfItem(kind, done)) continue;
    direct.edit(done);
    expect(proposing.edit(proposed)).toBe(true);
    expect(read(proposing, "as_it_stands")).toBe(ORIGINAL);
    expect(read(proposing, "as_proposed")).toBe(likeness(direct.json()));
    proposing.undo();
    expect(likeness(storedJson(proposing.document))).toBe(ORIGINAL);
  }
});

test("whatever three people propose at once, everyone has the same, and the text is as before", () => {
  for (let seed = 1; seed <= 40; seed++) {
    const chance = new Random(seed * 31);
    const writers: [Suggester, ...Suggester[]] = [new Suggester(START), new Suggester(START), new Suggester(START)];
    for (let at = 0; at < 30; at++) {
      const writer = chance.pick(writers);
      const wanted = randomEdit(writer.state, chance, chance.pick(KINDS), `w${at} `);
      if (wanted) writer.edit(wanted);
      if (chance.next() < 0.3) chance.pick(writers).receive(chance.pick(writers));
    }
    meet(writers, chance);
    expect(new Set(writers.map((writer) => likeness(storedJson(writer.document)))).size).toBe(1);
    expect(read(writers[0], "as_it_stands")).toBe(ORIGINAL);
    read(writers[0], "as_proposed");
  }
});

/** Who deletes a block that they proposed deletes what others wrote in it. */
const IN_LINES = KINDS.filter((kind) => kind !== "insertBlock" && kind !== "row");

test("proposals lose nothing that others write directly in the meantime", () => {
  for (let seed = 1; seed <= 40; seed++) {
    const chance = new Random(seed * 17);
    const [one, other, direct] = [new Suggester(START), new Suggester(START), new Suggester(START, false)];
    const typed: string[] = [];
    for (let at = 0; at < 30; at++) {
      const writer = chance.pick([one, other, direct]);
      const word = `${writer === direct ? "D" : "p"}${String.fromCharCode(0x4e00 + at)}`;
      const wanted = randomEdit(writer.state, chance, writer === direct ? "type" : chance.pick(IN_LINES), word);
      if (wanted && writer.edit(wanted) && writer === direct) typed.push(word.slice(1));
      if (chance.next() < 0.3) chance.pick([one, other, direct]).receive(chance.pick([one, other, direct]));
    }
    meet([one, other, direct], chance);
    const stored = JSON.stringify(storedJson(one.document));
    for (const letter of typed) expect(stored.split(letter)).toHaveLength(2);
  }
});

const proposedBy = (writer: Suggester) => proposalsIn(storedJson(writer.document).content ?? []);

function write(writer: Suggester, words: string) {
  for (const letter of words) writer.edit(writer.state.tr.insertText(letter));
}

test("text that is typed without a break is one suggestion, with the words that it replaces", () => {
  const writer = new Suggester(START);
  const at = writer.find("charlie");
  writer.select(at, at + "charlie".length);
  write(writer, "cider");
  expect(proposedBy(writer)).toMatchObject([{ inserted: "cider", deleted: "charlie" }]);
  expect(writer.around(5)).toBe("cider| delt");
});

test("Backspace passes over the letters that it strikes, and removes one's own", () => {
  const writer = new Suggester(START);
  writer.select(writer.find("bravo") + 5);
  const backspace = () => {
    const { head } = writer.state.selection;
    writer.edit(writer.state.tr.delete(head - 1, head));
  };
  backspace();
  backspace();
  expect(writer.around(3)).toBe("bra|vo ");
  expect(proposedBy(writer)).toMatchObject([{ deleted: "vo", inserted: "" }]);
  write(writer, "xy");
  backspace();
  expect(proposedBy(writer)).toMatchObject([{ deleted: "vo", inserted: "x" }]);
});

test("Enter in a list proposes an item, and at the end of a heading a paragraph", () => {
  const writer = new Suggester(START);
  const inItem = writer.find("papa");
  writer.edit(writer.state.tr.split(inItem, 2));
  const end = writer.find("Summary of it") + "Summary of it".length;
  const types = [{ type: editorSchema().nodes.paragraph }];
  writer.edit(writer.state.tr.split(end, 1, types as Parameters<Transaction["split"]>[2]));
  writer.select(end + 1);
  write(writer, "More");
  const { content = [] } = textAs(storedJson(writer.document), "as_proposed");
  expect(content.slice(0, 2).map(({ type }) => type)).toEqual(["heading", "paragraph"]);
  expect(content.find(({ type }) => type === "bulletList")?.content).toHaveLength(3);
});

test("words of one's own proposal are edited directly, those of others are struck", () => {
  const [one, other] = [new Suggester(START), new Suggester(START)];
  one.select(one.find("bravo"));
  write(one, "new ");
  other.receive(one);
  const at = other.find("new");
  other.edit(other.state.tr.delete(at, at + 3));
  expect(proposedBy(other).map(({ inserted, deleted }) => [inserted, deleted])).toEqual([
    ["new ", ""],
    ["", "new"],
  ]);
  one.edit(one.state.tr.delete(at, at + 4));
  expect(proposedBy(one)).toEqual([]);
});

test("a format that is proposed twice is removed", () => {
  const writer = new Suggester(START);
  const [from, bold] = [writer.find("bravo"), editorSchema().marks.bold];
  if (!bold) throw new Error("no bold");
  writer.edit(writer.state.tr.addMark(from, from + 5, bold.create()));
  expect(proposedBy(writer)).toMatchObject([{ formatted: "bravo", formats: [{ format: "bold", takes: false }] }]);
  writer.edit(writer.state.tr.addMark(from, from + 5, bold.create()));
  expect(proposedBy(writer)).toEqual([]);
});

test("a comment changes no words and proposes nothing", () => {
  const writer = new Suggester(START);
  const comment = editorSchema().marks.comment?.create({ threadId: "t1" });
  const from = writer.find("bravo");
  if (comment) writer.edit(writer.state.tr.addMark(from, from + 5, comment));
  expect(proposedBy(writer)).toEqual([]);
  expect(JSON.stringify(storedJson(writer.document))).toContain("t1");
});

/** Edits as commands make them, in a cell or at a word. */
const cannot: Record<string, (writer: Suggester) => boolean> = {
  "a column": (writer) => inCell(writer, addColumnAfter),
  "the removal of a column": (writer) => inCell(writer, deleteColumn),
  "a deletion across cells": (writer) =>
    writer.edit(writer.state.tr.delete(writer.find("c11"), writer.find("c12") + 2)),
  "a block in a list": (writer) => {
    const { $from, $to } = TextSelection.create(writer.state.doc, writer.find("Alpha"), writer.find("Alpha") + 2);
    const range = $from.blockRange($to);
    const list = editorSchema().nodes.blockquote;
    return range && list ? writer.edit(writer.state.tr.wrap(range, [{ type: list }])) : true;
  },
};

function inCell(writer: Suggester, command: typeof addColumnAfter): boolean {
  writer.select(writer.find("c11"));
  let did = true;
  command(writer.state, (transaction) => {
    did = writer.edit(transaction);
  });
  return did;
}

test.each(Object.keys(cannot))("%s can't be proposed, and nothing of it is done", (what) => {
  const writer = new Suggester(START);
  expect(cannot[what]?.(writer)).toBe(false);
  expect(likeness(storedJson(writer.document))).toBe(ORIGINAL);
});

test("a heading of the template can't be proposed to go, but its words can change", () => {
  const writer = new Suggester(
    beginning(
      { type: "heading", attrs: { level: 2, sectionKey: "impact" }, content: [text("Impact")] },
      paragraph(text("Words")),
    ),
  );
  expect(writer.edit(writer.state.tr.delete(0, 8))).toBe(false);
  expect(writer.edit(writer.state.tr.insertText("The ", 1))).toBe(true);
});

test("text that is typed directly inside a proposal isn't part of it", () => {
  const [one, direct] = [new Suggester(START), new Suggester(START, false)];
  one.select(one.find("bravo"));
  write(one, "abcd");
  direct.receive(one);
  direct.select(direct.find("abcd") + 2);
  write(direct, "XY");
  expect(read(direct, "as_it_stands")).toBe(ORIGINAL.replace("bravo", "XYbravo"));
});
