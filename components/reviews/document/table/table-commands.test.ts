import { type Command, TextSelection } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { Random } from "#lib/document/testing/random.ts";
import { beginning, meet, Writer, wordsOf } from "#lib/document/testing/writer.ts";
import { TABLE_COMMANDS, widenColumn } from "./table-commands.ts";

const cell = (type: string, words: string): DocumentNode => ({
  type,
  content: [{ type: "paragraph", attrs: { id: words }, content: [{ type: "text", text: words }] }],
});
const START = beginning(
  { type: "paragraph", attrs: { id: "before" }, content: [{ type: "text", text: "before" }] },
  {
    type: "table",
    attrs: { id: "t" },
    content: ["H", "A", "B"].map((row) => ({
      type: "tableRow",
      content: [1, 2, 3].map((column) => cell(row === "H" ? "tableHeader" : "tableCell", `${row}${column}`)),
    })),
  },
);

const rowsOf = (writer: Writer) =>
  (writer.json().content?.find(({ type }) => type === "table")?.content ?? []).map(({ content = [] }) =>
    content.map(wordsOf).join(" "),
  );
function run(writer: Writer, words: string, command: Command): boolean {
  writer.select(writer.find(words) + 1);
  return command(writer.state, writer.dispatch);
}
const commandOf = (label: string): Command => {
  const found = TABLE_COMMANDS.find((one) => one.label === label);
  if (!found) throw new Error(`no command ${label}`);
  return found.command;
};
const widths = (writer: Writer) =>
  (writer.json().content?.[1]?.content ?? []).map(({ content = [] }) =>
    content.map(({ attrs }) => attrs?.colwidth ?? null),
  );

it.each([
  ["Row below", "A2", ["H1 H2 H3", "A1 A2 A3", "  ", "B1 B2 B3"]],
  ["Row above", "A2", ["H1 H2 H3", "  ", "A1 A2 A3", "B1 B2 B3"]],
  ["Column to the left", "A1", [" H1 H2 H3", " A1 A2 A3", " B1 B2 B3"]],
  ["Move row down", "A2", ["H1 H2 H3", "B1 B2 B3", "A1 A2 A3"]],
  ["Move row up", "B2", ["H1 H2 H3", "B1 B2 B3", "A1 A2 A3"]],
  ["Move column right", "A1", ["H2 H1 H3", "A2 A1 A3", "B2 B1 B3"]],
  ["Move column left", "B3", ["H1 H3 H2", "A1 A3 A2", "B1 B3 B2"]],
  ["Remove this row", "A2", ["H1 H2 H3", "B1 B2 B3"]],
  ["Remove this column", "H2", ["H1 H3", "A1 A3", "B1 B3"]],
])("%s in %s", (label, words, rows) => {
  const writer = new Writer(START);
  expect(run(writer, words, commandOf(label))).toBe(true);
  expect(rowsOf(writer)).toEqual(rows);
  expect(writer.state.doc.eq(writer.stored())).toBe(true);
});

it.each([
  ["Move row up", "A2"],
  ["Move row up", "H2"],
  ["Move row down", "H2"],
  ["Move row down", "B2"],
  ["Move column left", "A1"],
  ["Move column right", "A3"],
  ["Row below", "before"],
  ["Wider column", "before"],
])("%s does nothing in %s", (label, words) => {
  const writer = new Writer(START);
  expect(run(writer, words, commandOf(label))).toBe(false);
  expect(rowsOf(writer)).toEqual(["H1 H2 H3", "A1 A2 A3", "B1 B2 B3"]);
});

it("turns the first row into a header and back, wherever the caret is", () => {
  const writer = new Writer(START);
  const types = () =>
    (writer.json().content?.[1]?.content ?? []).map(({ content = [] }) => content.map(({ type }) => type)[0]);
  run(writer, "B2", commandOf("Header row on or off"));
  expect(types()).toEqual(["tableCell", "tableCell", "tableCell"]);
  run(writer, "B2", commandOf("Header row on or off"));
  expect(types()).toEqual(["tableHeader", "tableCell", "tableCell"]);
});

it("keeps the caret in the cell that moves, so the key can be pressed again", () => {
  const writer = new Writer(START);
  run(writer, "A1", commandOf("Move column right"));
  expect(writer.state.selection).toBeInstanceOf(TextSelection);
  commandOf("Move column right")(writer.state, writer.dispatch);
  expect(rowsOf(writer)).toEqual(["H2 H3 H1", "A2 A3 A1", "B2 B3 B1"]);
  writer.type("!");
  expect(rowsOf(writer)[1]).toMatch(/A2 A3 .*!/);
});

it("stores the width of a column in every row, within its limits", () => {
  const writer = new Writer(START);
  run(writer, "A2", widenColumn(40));
  expect(widths(writer)).toEqual(Array.from({ length: 3 }, () => [null, [184], null]));
  for (let press = 0; press < 6; press++) run(writer, "A2", widenColumn(-40));
  expect(widths(writer)[0]).toEqual([null, [48], null]);
  expect(run(writer, "A2", widenColumn(-40))).toBe(false);
});

describe("two people change one table before either has seen the other", () => {
  type Edit = (writer: Writer) => unknown;
  const typed =
    (words: string, letters: string): Edit =>
    (writer) => {
      writer.select(writer.find(words) + 2);
      for (const letter of letters) writer.type(letter);
    };
  const at =
    (label: string, words: string): Edit =>
    (writer) =>
      run(writer, words, commandOf(label));

  it.each<[string, Edit, Edit, string[]]>([
    ["letters in two cells", typed("A1", "xyz"), typed("A2", "uvw"), ["A1xyz", "A2uvw"]],
    ["letters in one cell", typed("A1", "xyz"), typed("A1", "uvw"), ["xyz", "uvw"]],
    ["letters and a width", typed("A1", "xyz"), at("Wider column", "A1"), ["A1xyz"]],
    ["letters and a row below", typed("A1", "xyz"), at("Row below", "A1"), ["A1xyz"]],
    ["letters and a column next to them", typed("A1", "xyz"), at("Column to the right", "A1"), ["A1xyz"]],
    ["letters and another row that is removed", typed("A1", "xyz"), at("Remove this row", "B1"), ["A1xyz"]],
    ["letters and another column that is removed", typed("A1", "xyz"), at("Remove this column", "B2"), ["A1xyz"]],
    ["two rows", at("Row below", "A1"), at("Row above", "B1"), ["A1", "B1"]],
    ["two widths", at("Wider column", "A1"), at("Narrower column", "B3"), ["A1", "B3"]],
  ])("%s: both are there, and both see the same", (_name, hers, his, kept) => {
    for (let seed = 1; seed <= 20; seed++) {
      const people = [new Writer(START), new Writer(START)] as const;
      hers(people[0]);
      his(people[1]);
      meet(people, new Random(seed * 7));
      const words = rowsOf(people[0]).join("\n");
      for (const part of kept) expect(words).toContain(part);
      for (const person of people) expect(person.state.doc.eq(person.stored())).toBe(true);
      expect(people[0].stored().eq(people[1].stored())).toBe(true);
    }
  });

  it.each([
    ["the row", "Move row down", "A1"],
    ["the row next to it", "Move row up", "B1"],
    ["its column", "Move column right", "A1"],
    ["the column next to it", "Move column left", "A2"],
  ])(
    "letters typed in a cell while %s moves are kept, in the cell that comes to their place",
    (_name, label, words) => {
      for (let seed = 1; seed <= 20; seed++) {
        const people = [new Writer(START), new Writer(START)] as const;
        typed("A1", "xyz")(people[0]);
        run(people[1], words, commandOf(label));
        meet(people, new Random(seed));
        const text = rowsOf(people[0]).join(" ");
        expect(text).toContain("xyz");
        expect([...text].sort().join("").trim()).toBe("111222333AAABBBHHHxyz");
        expect(people[0].stored().eq(people[1].stored())).toBe(true);
      }
    },
  );
});
