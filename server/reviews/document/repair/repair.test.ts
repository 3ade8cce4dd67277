import type { NodeType } from "@tiptap/pm/model";
import { canJoin, canSplit } from "@tiptap/pm/transform";
import { describe, expect, test } from "vitest";
import { type DocumentNode, descendants } from "#lib/document/document-json.ts";
import { documentJson } from "#lib/document/from-yjs.ts";
import { editorSchema } from "#lib/document/schema.ts";
import { Random } from "#lib/document/testing/random.ts";
import { linesOf } from "#lib/document/testing/random-edit.ts";
import { beginning, type Writer, wordsOf } from "#lib/document/testing/writer.ts";
import { OneServer } from "../testing/one-server.ts";

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
/** Letters that are all different, so a lost or doubled one is noticed. */
const letters = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => String.fromCharCode(0x4e00 + from + index)).join("");

type Kind = "type" | "chip" | "break" | "heading" | "enter" | "join";

/** One edit somewhere in the document. Returns the letter that was written. */
function edit(writer: Writer, chance: Random, kind: Kind, step: number): string {
  const { state, dispatch } = writer;
  const lines = linesOf(state.doc);
  const line = chance.pick(lines);
  const at = line.from + chance.below(line.to - line.from + 1);
  const { tr } = state;
  switch (kind) {
    case "type": {
      const letter = String.fromCharCode(0x6e00 + step);
      dispatch(tr.insertText(letter, at));
      return letter;
    }
    case "chip":
      dispatch(tr.insert(at, node("eventChip").create({ eventId: `e${step}` })));
      return "";
    case "break":
      dispatch(tr.insert(at, node("hardBreak").create()));
      return "";
    case "heading": {
      const isHeading = line.node.type.name === "heading";
      const attrs = { id: line.node.attrs.id, ...(isHeading ? {} : { level: 2 }) };
      dispatch(tr.setBlockType(line.from, line.from, node(isHeading ? "paragraph" : "heading"), attrs));
      return "";
    }
    case "enter":
      if (canSplit(state.doc, at)) dispatch(tr.split(at));
      return "";
    case "join":
      if (line.from > 1 && canJoin(state.doc, line.from - 1)) dispatch(tr.join(line.from - 1));
      return "";
  }
}

interface Story {
  kinds: readonly Kind[];
  /** How often a message arrives between two edits. With 0.95 about one edit per person is in transit. */
  arrives: number;
  isRepairing?: boolean;
}

const TEXT = [letters(0, 80), letters(80, 75), letters(155, 80)];

/** Three people write in three lines. Returns what is wrong after everything has arrived. */
function writeTogether({ kinds, arrives, isRepairing = true }: Story, run: number) {
  const chance = new Random(run * 7);
  const start = beginning(...TEXT.map((words, index) => paragraph(`p${index}`, words)));
  const server = new OneServer(start, 3, isRepairing);
  const { people } = server;
  const wanted = new Set(TEXT.join(""));
  let leaves = 0;
  const something = () => {
    const person = chance.pick(people);
    if (chance.next() < 0.5) server.deliver(person);
    else person.receiveNext();
  };
  for (let step = 0; step < 36; step++) {
    const kind = chance.pick(kinds);
    const written = edit(chance.pick(people), chance, kind, step);
    if (written) wanted.add(written);
    if (kind === "chip" || kind === "break") leaves++;
    while (chance.next() < arrives) something();
  }
  while (!server.isQuiet) something();
  const json = documentJson(server.committed());
  const words = wordsOf(json).replaceAll("\n", "");
  const found = new Map<string, number>();
  for (const letter of words) found.set(letter, (found.get(letter) ?? 0) + 1);
  const chips = [...descendants(json)].filter(({ type }) => type === "eventChip" || type === "hardBreak").length;
  return {
    doubled: [...found.values()].some((count) => count > 1) || chips > leaves,
    lost: [...wanted].some((letter) => !found.has(letter)) || chips < leaves,
    displaced: TEXT.some((line) => {
      const left = [...words].filter((letter) => line.includes(letter)).join("");
      return left !== line;
    }),
    unlike: people.some((person) => JSON.stringify(person.json()) !== JSON.stringify(json)),
  };
}

/** Number of runs out of a hundred that went wrong. */
function count(story: Story) {
  const sum = { doubled: 0, lost: 0, displaced: 0, unlike: 0 };
  for (let run = 1; run <= 100; run++) {
    const found = writeTogether(story, run);
    for (const key of ["doubled", "lost", "displaced", "unlike"] as const) sum[key] += Number(found[key]);
  }
  return sum;
}

const ENTERS: Kind[] = ["type", "type", "enter"];
const JOINS: Kind[] = ["type", "type", "join"];
const EVERYTHING: Kind[] = ["type", "type", "type", "chip", "break", "heading", "enter", "join"];

describe("three people write in three lines, with about one edit of each in transit", () => {
  test.each([
    ["letters", ["type"], 0],
    ["letters and Enter", ENTERS, 0],
    ["letters and joins", JOINS, 2],
    ["letters, chips, line breaks, headings, Enter and joins", EVERYTHING, 2],
  ] satisfies [string, Kind[], number][])(
    "%s: of 100 runs none doubles or loses text, with joins at most two",
    (_what, kinds, bound) => {
      const { doubled, lost, displaced, unlike } = count({ kinds, arrives: 0.95 });
      expect(unlike).toBe(0);
      expect(Math.max(doubled, lost)).toBeLessThanOrEqual(bound);
      expect(displaced).toBeLessThanOrEqual(bound);
    },
    120_000,
  );

  test("and without the repair many do", () => {
    const { doubled, lost } = count({ kinds: EVERYTHING, arrives: 0.95, isRepairing: false });
    expect(doubled).toBeGreaterThan(10);
    expect(lost).toBeGreaterThan(30);
  }, 120_000);
});

test("with a dozen edits in transit, as after writing offline, at most a tenth of the runs doubles or loses text", () => {
  const { doubled, lost, unlike } = count({ kinds: EVERYTHING, arrives: 0.5 });
  expect(unlike).toBe(0);
  expect(doubled).toBeLessThanOrEqual(10);
  expect(lost).toBeLessThanOrEqual(10);
}, 120_000);

const BEFORE = TEXT.join("");
const MIDDLE = TEXT[1] ?? "";

/** One edit in the middle line. Returns the letters written, and the letter before them. */
type Edit = (writer: Writer, chance: Random, run: number) => { written: string; behind: string } | null;
const somewhere = (chance: Random) => 1 + chance.below(MIDDLE.length - 2);
const EDITS: Record<string, Edit> = {
  Enter: (writer, chance) => {
    writer.dispatch(writer.state.tr.split(writer.find(MIDDLE.charAt(somewhere(chance)))));
    return null;
  },
  letters: (writer, chance, run) => {
    const at = somewhere(chance);
    const written = [0, 1, 2, 3, 4].map((index) => String.fromCharCode(0x6e00 + run * 5 + index)).join("");
    writer.select(writer.find(MIDDLE.charAt(at)));
    for (const letter of written) writer.type(letter);
    return { written, behind: MIDDLE.charAt(at - 1) };
  },
  "letters at the end": (writer, _chance, run) => {
    const last = MIDDLE.charAt(MIDDLE.length - 1);
    const written = String.fromCharCode(0x6e00 + run);
    writer.select(writer.find(last) + 1);
    writer.type(written);
    return { written, behind: last };
  },
  "Backspace at its start": (writer) => {
    writer.dispatch(writer.state.tr.join(writer.find(MIDDLE.charAt(0)) - 1));
    return null;
  },
  "Delete at its end": (writer) => {
    writer.dispatch(writer.state.tr.join(writer.find(MIDDLE.charAt(MIDDLE.length - 1)) + 2));
    return null;
  },
  "a heading of it": (writer) => {
    const at = writer.find(MIDDLE.charAt(0));
    writer.dispatch(writer.state.tr.setBlockType(at, at, node("heading"), { level: 2, id: "p1" }));
    return null;
  },
  "a chip": (writer, chance, run) => {
    const chip = node("eventChip").create({ eventId: `e${run}` });
    writer.dispatch(writer.state.tr.insert(writer.find(MIDDLE.charAt(somewhere(chance))), chip));
    return null;
  },
};

const names = Object.keys(EDITS);
const both = names.flatMap((hers, index) => names.slice(index).map((his): [string, string] => [hers, his]));

describe("two people change one line before either has seen the other", () => {
  test.each(both)("%s and %s: every letter is there once, in its order", (hers, his) => {
    for (let run = 1; run <= 12; run++) {
      const chance = new Random(run * 13);
      const start = beginning(...TEXT.map((words, index) => paragraph(`p${index}`, words)));
      const server = new OneServer(start, 2, true);
      const written = [hers, his].map((name, index) => {
        const person = server.people[index];
        return person ? (EDITS[name]?.(person, chance, run * 2 + index) ?? null) : null;
      });
      while (!server.isQuiet) {
        const person = chance.pick(server.people);
        if (chance.next() < 0.5) server.deliver(person);
        else person.receiveNext();
      }
      const json = documentJson(server.committed());
      const words = wordsOf(json).replaceAll("\n", "");
      expect([...words].filter((letter) => BEFORE.includes(letter)).join(""), `run ${run}`).toBe(BEFORE);
      for (const one of written) if (one) expect(words, `run ${run}`).toContain(one.written);
      // The order is random if both write after the same letter.
      const isSamePlace = his === "Delete at its end" || written[0]?.behind === written[1]?.behind;
      for (const one of isSamePlace ? [] : written)
        if (one) expect(words, `run ${run}`).toContain(one.behind + one.written);
      expect(words).toHaveLength(BEFORE.length + written.map((one) => one?.written ?? "").join("").length);
      const chips = [...descendants(json)].filter(({ type }) => type === "eventChip");
      expect(chips).toHaveLength([hers, his].filter((name) => name === "a chip").length);
      for (const person of server.people) expect(person.state.doc.eq(person.stored()), `run ${run}`).toBe(true);
    }
  });
});

test("two people who press Enter at the same place split the line once", () => {
  const start = beginning(paragraph("a", "alpha bravo"));
  const server = new OneServer(start, 2, true);
  for (const person of server.people) person.dispatch(person.state.tr.split(person.find("bravo")));
  for (const person of server.people) server.deliver(person);
  expect(wordsOf(documentJson(server.committed()))).toBe("alpha \nbravo");
});

test("an undo of Enter joins the line again, and what a colleague writes in it at that moment stays", () => {
  const server = new OneServer(beginning(paragraph("a", "alpha bravo")), 2, true);
  const [ana, ben] = server.people;
  if (!ana || !ben) throw new Error("nobody");
  const settle = () => {
    while (!server.isQuiet)
      for (const person of server.people) {
        server.deliver(person);
        person.receiveNext();
      }
  };
  ana.dispatch(ana.state.tr.split(ana.find("bravo")));
  settle();
  ana.undo();
  ben.select(ben.find("bravo") + 3);
  ben.type("!");
  settle();
  expect(wordsOf(documentJson(server.committed()))).toBe("alpha bra!vo");
});
