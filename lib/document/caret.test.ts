import type { Transaction } from "@tiptap/pm/state";
import { describe, expect, test } from "vitest";
import type { DocumentNode } from "./document-json.ts";
import { editorSchema } from "./schema.ts";
import { Random } from "./testing/random.ts";
import { type EditKind, linesOf, randomEdit } from "./testing/random-edit.ts";
import { beginning, meet, Writer, wordsOf } from "./testing/writer.ts";

// Blocks have ids, as in the product. A block with the same id is the same block, even if its text has changed.
let ids = 0;
const paragraph = (words = ""): DocumentNode => ({
  type: "paragraph",
  attrs: { id: `b${ids++}` },
  content: words === "" ? [] : [{ type: "text", text: words }],
});
const heading = (words: string): DocumentNode => ({
  ...paragraph(words),
  type: "heading",
  attrs: { level: 2, id: `b${ids++}` },
});

function two(...content: DocumentNode[]): [Writer, Writer] {
  const start = beginning(...content);
  return [new Writer(start), new Writer(start)];
}
const { nodes, marks } = editorSchema();
const node = (name: string) => {
  const type = nodes[name];
  if (!type) throw new Error(`No node ${name}`);
  return type;
};

test("the text keeps its nodes when a plugin is added, and shows what was written in the meantime", () => {
  const [a, b] = two(paragraph("alpha"), paragraph("bravo"));
  const before = a.state.doc;
  a.makeViewsAgain();
  expect(a.state.doc).toBe(before);
  b.select(1);
  b.type("by b ");
  a.makeViewsAgain(() => a.receive(b));
  expect(a.state.doc.eq(a.stored())).toBe(true);
  expect(a.find("by b alpha")).toBe(1);
  a.makeViewsAgain();
  a.select(a.find("bravo"));
  a.type("by a ");
  meet([a, b]);
  expect(wordsOf(b.json())).toBe("by b alpha\nby a bravo");
  expect(a.json()).toEqual(b.json());
});

describe("two people write in one paragraph", () => {
  test("letters alternate at both ends", () => {
    const [a, b] = two(paragraph("alpha bravo"));
    a.select(12);
    b.select(1);
    for (const letter of "abcdef") {
      a.type(letter.toUpperCase());
      meet([a, b]);
      b.type(letter);
      meet([a, b]);
    }
    expect(wordsOf(a.json())).toBe("abcdefalpha bravoABCDEF");
    expect(a.json()).toEqual(b.json());
  });

  test("both write in the middle, one later than the other", () => {
    const [a, b] = two(heading("One"), paragraph("alpha bravo charlie"));
    a.select(a.find("bravo"));
    b.select(b.find("charlie"));
    for (const letter of "123456") {
      a.type(letter);
      meet([a, b]);
      b.type(letter);
      meet([a, b]);
    }
    expect(wordsOf(a.json())).toBe("One\nalpha 123456bravo 123456charlie");
  });

  test("three people in one line", () => {
    const start = beginning(paragraph("alpha bravo charlie"));
    const people = [new Writer(start), new Writer(start), new Writer(start)] as const;
    people[0].select(1);
    people[1].select(people[1].find("bravo"));
    people[2].select(people[2].find("charlie") + 7);
    for (const letter of "1234") {
      for (const person of people) {
        person.type(letter);
        meet(people);
      }
    }
    expect(wordsOf(people[0].json())).toBe("1234alpha 1234bravo charlie1234");
  });

  test("an idle caret and an idle selection stay at their words", () => {
    const [a, b] = two(paragraph("alpha bravo charlie"));
    const at = a.find("bravo");
    a.select(at, at + 5);
    b.select(1);
    for (const letter of "xyz ") {
      b.type(letter);
      meet([a, b]);
    }
    const { from, to } = a.state.selection;
    expect(a.state.doc.textBetween(from, to)).toBe("bravo");
  });

  test("a caret at the very start of the text stays there", () => {
    const [a, b] = two(paragraph("alpha"));
    a.select(1);
    b.select(6);
    b.type("!");
    meet([a, b]);
    expect(a.state.selection.head).toBe(1);
  });
});

describe("a colleague deletes and undoes", () => {
  test("all words of my paragraph: my caret stays in it", () => {
    const [a, b] = two(heading("One"), paragraph("alpha bravo"), heading("Two"), paragraph(), paragraph());
    a.select(a.find("bravo"));
    const start = b.find("alpha");
    b.dispatch(b.state.tr.delete(start, start + 11));
    meet([a, b]);
    b.undo();
    meet([a, b]);
    expect(a.state.selection.$head.parent.textContent).toBe("alpha bravo");
  });

  test("my whole paragraph: my caret stays in its section", () => {
    const [a, b] = two(heading("One"), paragraph("alpha bravo"), heading("Two"), paragraph(), paragraph("other"));
    a.select(a.find("bravo"));
    const start = b.find("alpha") - 1;
    b.dispatch(b.state.tr.delete(start, start + 13));
    meet([a, b]);
    b.undo();
    meet([a, b]);
    expect(a.state.selection.head).toBeLessThan(a.find("Two"));
  });

  test("my undone words stay mine: a colleague's later edit doesn't move my caret", () => {
    const [a, b] = two(paragraph("alpha bravo"));
    a.select(6);
    a.type("X");
    a.undo();
    meet([a, b]);
    a.select(2);
    b.select(9);
    b.type("z");
    meet([a, b]);
    expect(a.state.selection.head).toBe(2);
  });

  test("my undo puts my caret where I was", () => {
    const [a, b] = two(paragraph("alpha bravo"));
    a.select(6);
    a.type("X");
    meet([a, b]);
    b.select(1);
    b.type("zz");
    meet([a, b]);
    a.select(1);
    a.undo();
    expect(a.state.doc.textContent).toBe("zzalpha bravo");
    expect(a.state.selection.head).toBe(8);
  });
});

const chip = () => node("eventChip").create({ eventId: "e" });
const mine = (writer: Writer) => writer.find("alpha") - 1;
function moved(writer: Writer, to: "top" | "bottom"): Transaction {
  const from = mine(writer);
  const block = writer.state.doc.nodeAt(from);
  if (!block) throw new Error("no block");
  const without = writer.state.tr.delete(from, from + block.nodeSize);
  return without.insert(to === "top" ? 0 : without.doc.content.size, block);
}

test.each<[string, (writer: Writer) => Transaction]>([
  [
    "a heading of my line",
    (b) => b.state.tr.setBlockType(b.find("alpha"), b.find("alpha"), node("heading"), { level: 2 }),
  ],
  ["Enter before me", (b) => b.state.tr.split(b.find("alpha") + 3)],
  ["Enter after me", (b) => b.state.tr.split(b.find("charlie"))],
  ["Backspace at the start of my line", (b) => b.state.tr.join(mine(b))],
  ["a chip before me", (b) => b.state.tr.insert(b.find("alpha") + 2, chip())],
  ["a chip after me", (b) => b.state.tr.insert(b.find("charlie"), chip())],
  ["a line break before me", (b) => b.state.tr.insert(b.find("alpha") + 2, node("hardBreak").create())],
  [
    "bold over me",
    (b) =>
      b.state.tr.addMark(
        b.find("alpha"),
        b.find("charlie"),
        marks.bold?.create() ??
          (() => {
            throw new Error("no bold");
          })(),
      ),
  ],
  ["a block above", (b) => b.state.tr.insert(0, node("paragraph").create(null, editorSchema().text("new")))],
  ["my block moved down", (b) => moved(b, "bottom")],
  ["my block moved up", (b) => moved(b, "top")],
])("a colleague makes %s: my caret stays between the same letters", (_what, edit) => {
  const [a, b] = two(paragraph("first line"), paragraph("alpha bravo charlie"), paragraph("last line"));
  a.select(a.find("bravo") + 2);
  b.dispatch(edit(b));
  meet([a, b]);
  expect(a.around()).toBe(" br|avo");
});

/** Every letter of this text is different, so the right position of a caret is known. */
function lettered(): Uint8Array {
  let next = 0x4e00;
  const letters = (count: number) => Array.from({ length: count }, () => String.fromCharCode(next++)).join("");
  const cell = (): DocumentNode => ({ type: "tableCell", content: [paragraph(letters(3))] });
  const row = (): DocumentNode => ({ type: "tableRow", content: [cell(), cell()] });
  const item = (): DocumentNode => ({ type: "listItem", content: [paragraph(letters(10))] });
  const middle = paragraph(letters(12));
  middle.content?.push(
    { type: "text", text: letters(5), marks: [{ type: "bold" }] },
    { type: "text", text: letters(20) },
  );
  return beginning(
    heading(letters(13)),
    paragraph(letters(38)),
    middle,
    { type: "bulletList", content: [item(), item()] },
    { type: "table", content: [row(), row()] },
    paragraph(letters(27)),
  );
}

function wrongCarets(kinds: readonly EditKind[], runs: number, edits: number) {
  const start = lettered();
  const found = { carets: 0, wrong: 0, unlikeTheDocument: 0 };
  for (let run = 1; run <= runs; run++) {
    const chance = new Random(run * 31);
    const [a, b] = [new Writer(start), new Writer(start)];
    for (let step = 0; step < 8; step++) {
      const line = chance.pick(linesOf(a.state.doc).filter(({ from, to }) => to - from > 1));
      const at = line.from + 1 + chance.below(line.to - line.from - 1);
      a.select(at);
      const [left, right] = [a.state.doc.textBetween(at - 1, at), a.state.doc.textBetween(at, at + 1)];
      for (let edit = 0; edit < edits; edit++) {
        const made = randomEdit(
          b.state,
          chance,
          chance.pick(kinds),
          String.fromCharCode(0x6e00 + ((run * 8 + step) % 4000)),
        );
        if (made) b.dispatch(made);
      }
      a.receive(b);
      if (!a.state.doc.eq(a.stored())) found.unlikeTheDocument++;
      const behind = left ? a.find(left) : -1;
      const before = right ? a.find(right) : -1;
      if (behind < 0 && before < 0) continue;
      found.carets++;
      const { head } = a.state.selection;
      if (!((behind >= 0 && head === behind + 1) || (before >= 0 && head === before))) found.wrong++;
    }
  }
  return found;
}

test.each<[string, EditKind[], number, number]>([
  ["letters", ["type", "delete", "replace", "bold"], 1, 0],
  ["a change of type", ["heading"], 1, 0],
  ["Enter", ["split"], 1, 0],
  ["a join", ["join"], 1, 0],
  ["blocks and rows", ["insertBlock", "deleteBlock", "row"], 1, 0],
  [
    "five edits of any kind at once",
    ["type", "delete", "replace", "bold", "split", "join", "heading", "insertBlock", "row"],
    5,
    0.04,
  ],
])(
  "a caret stays between its letters whatever a colleague does: %s",
  (_what, kinds, edits, bound) => {
    const found = wrongCarets(kinds, 60, edits);
    expect(found.unlikeTheDocument).toBe(0);
    expect(found.carets).toBeGreaterThan(200);
    expect(found.wrong / found.carets).toBeLessThanOrEqual(bound);
  },
  60_000,
);

const ANYTHING: EditKind[] = [
  "type",
  "type",
  "delete",
  "replace",
  "split",
  "join",
  "bold",
  "heading",
  "insertBlock",
  "deleteBlock",
  "row",
  "chip",
];

test("three people write and undo at once: every screen shows the document, and all show the same", () => {
  const start = lettered();
  for (let run = 1; run <= 20; run++) {
    const chance = new Random(run * 43);
    const people = [new Writer(start), new Writer(start), new Writer(start)];
    for (let step = 0; step < 40; step++) {
      const person = chance.pick(people);
      const dice = chance.next();
      if (dice < 0.1) person.undo();
      else if (dice < 0.14) person.redo();
      else {
        const made = randomEdit(person.state, chance, chance.pick(ANYTHING), "xy");
        if (made) person.dispatch(made);
      }
      const reader = chance.pick(people);
      if (chance.next() < 0.4) reader.receive(person);
      for (const one of [person, reader]) expect(showsDocument(one), `run ${run}, step ${step}`).toBe(true);
    }
    meet(people, chance);
    expect(people.every(showsDocument), `run ${run}, end`).toBe(true);
    const [first] = people;
    expect(first && people.every((person) => person.stored().eq(first.stored())), `run ${run}`).toBe(true);
  }
}, 60_000);

const showsDocument = ({ state, stored }: Writer): boolean => state.doc.eq(stored());
