import { expect, test } from "vitest";
import * as Y from "yjs";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { Random } from "#lib/document/testing/random.ts";
import { type EditKind, randomEdit } from "#lib/document/testing/random-edit.ts";
import { beginning, Writer } from "#lib/document/testing/writer.ts";
import { checkPlaces } from "./check-places.ts";

const words = (text: string): DocumentNode => ({ type: "text", text });
const line = (text: string): DocumentNode => ({ type: "paragraph", content: [words(text)] });
const cell = (text: string): DocumentNode => ({ type: "tableCell", content: [line(text)] });

const START = beginning(
  { type: "heading", attrs: { level: 2, sectionKey: "summary" }, content: [words("Summary")] },
  line("alpha"),
  { type: "bulletList", content: [{ type: "listItem", content: [line("item")] }] },
  { type: "taskList", content: [{ type: "taskItem", content: [line("task")] }] },
  { type: "callout", content: [line("aside")] },
  { type: "codeBlock", content: [words("code")] },
  { type: "table", content: [{ type: "tableRow", content: [cell("one"), cell("two")] }] },
  { type: "liveBlock", attrs: { kind: "timeline" } },
);

const itemsOf = (update: Uint8Array) =>
  Y.decodeUpdate(update).structs.filter((struct): struct is Y.Item => struct instanceof Y.Item);

/** Returns the server's response to a change of a raw client. */
function send(change: (fragment: Y.XmlFragment) => void): void {
  const server = new Y.Doc();
  Y.applyUpdate(server, START);
  const own = new Y.Doc();
  Y.applyUpdate(own, START);
  const before = Y.encodeStateVector(own);
  own.transact(() => change(own.getXmlFragment(TEXT_FRAGMENT)));
  checkPlaces(server, itemsOf(Y.encodeStateAsUpdate(own, before)));
}

const element = (name: string, ...children: (Y.XmlElement | Y.XmlText)[]) => {
  const made = new Y.XmlElement(name);
  made.insert(0, children);
  return made;
};
const text = (content = "words") => new Y.XmlText(content);
const at = (fragment: Y.XmlFragment, ...path: number[]) =>
  path.reduce<Y.XmlFragment>((parent, index) => parent.get(index) as Y.XmlElement, fragment) as Y.XmlElement;
const textAt = (fragment: Y.XmlFragment, ...path: number[]) => at(fragment, ...path) as unknown as Y.XmlText;

test.each<[string, (fragment: Y.XmlFragment) => void]>([
  ["a list item outside of a list", (doc) => doc.insert(0, [element("listItem", element("paragraph", text()))])],
  ["a list item at the end", (doc) => doc.insert(doc.length, [element("listItem")])],
  ["a task among list items", (doc) => at(doc, 2).insert(0, [element("taskItem", element("paragraph", text()))])],
  ["a paragraph in a list", (doc) => at(doc, 2).insert(1, [element("paragraph", text())])],
  ["a row outside of a table", (doc) => doc.insert(2, [element("tableRow")])],
  ["a cell in a table", (doc) => at(doc, 6).insert(0, [element("tableCell", element("paragraph"))])],
  ["a paragraph in a paragraph", (doc) => at(doc, 1).insert(0, [element("paragraph", text())])],
  ["a heading in a heading", (doc) => at(doc, 0).insert(1, [element("heading", text())])],
  ["a list in code", (doc) => at(doc, 5).insert(0, [element("bulletList")])],
  ["text at the top", (doc) => doc.insert(0, [text()])],
  ["text in a list", (doc) => at(doc, 2).insert(0, [text()])],
  ["text in a table row", (doc) => at(doc, 6, 0).insert(0, [text()])],
  ["anything in a live block", (doc) => at(doc, 7).insert(0, [element("paragraph", text())])],
  ["text in a live block", (doc) => at(doc, 7).insert(0, [text()])],
  ["a chip as an element", (doc) => at(doc, 1).insert(0, [element("eventChip")])],
  ["a chip at the top", (doc) => doc.insert(0, [element("eventChip")])],
  ["a chip in code", (doc) => textAt(doc, 5, 0).insertEmbed(1, { type: "eventChip", attrs: { eventId: "e1" } })],
  ["bold in code", (doc) => textAt(doc, 5, 0).format(0, 2, { bold: {} })],
  ["a text in a text", (doc) => textAt(doc, 1, 0).insertEmbed(0, text())],
  ["a text as a value", (doc) => at(doc, 1).setAttribute("id", text() as never)],
  ["a value of a text", (doc) => textAt(doc, 1, 0).setAttribute("id", "x")],
  ["a value that replaces another by a text", (doc) => at(doc, 0).setAttribute("level", text() as never)],
  ["something misplaced in something new", (doc) => doc.insert(1, [element("blockquote", element("tableRow"))])],
  [
    "something misplaced beside what is right",
    (doc) => doc.insert(1, [element("paragraph", text()), element("taskItem")]),
  ],
])("%s is rejected", (_what, change) => {
  expect(() => send(change)).toThrow(expect.objectContaining({ reason: expect.stringContaining("misplaced in") }));
});

test.each<[string, (fragment: Y.XmlFragment) => void]>([
  ["a list", (doc) => doc.insert(0, [element("orderedList", element("listItem", element("paragraph", text())))])],
  [
    "a list in an item",
    (doc) => at(doc, 2, 0).insert(1, [element("bulletList", element("listItem", element("paragraph")))]),
  ],
  [
    "a table in a callout",
    (doc) => at(doc, 4).insert(1, [element("table", element("tableRow", element("tableCell")))]),
  ],
  ["a value", (doc) => at(doc, 0).setAttribute("level", 3 as never)],
  ["a paragraph that turns into a heading", (doc) => at(doc, 1).setAttribute("$type", "heading")],
  ["a chip in a cell", (doc) => textAt(doc, 6, 0, 0, 0, 0).insertEmbed(1, { type: "hardBreak" })],
  ["letters anywhere in a line", (doc) => textAt(doc, 1, 0).insert(2, "x", { bold: {} })],
  ["a deletion of everything", (doc) => doc.delete(0, doc.length)],
])("%s passes", (_what, change) => {
  expect(() => send(change)).not.toThrow();
});

const KINDS: EditKind[] = [
  ...([
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
  ] as const),
];

test("nothing that three people write in their editors at once is rejected", () => {
  for (let run = 1; run <= 40; run++) {
    const chance = new Random(run);
    const server = new Y.Doc();
    Y.applyUpdate(server, START);
    const people = Array.from({ length: 3 }, () => ({ writer: new Writer(START), arriving: [] as Uint8Array[] }));
    for (const person of people)
      person.writer.document.on("update", (update: Uint8Array, _o: unknown, _d: unknown, { local }: Y.Transaction) => {
        if (!local) return;
        expect(() => checkPlaces(server, itemsOf(update)), `run ${run}`).not.toThrow();
        Y.applyUpdate(server, update);
        for (const other of people) if (other !== person) other.arriving.push(update);
      });
    for (let step = 0; step < 60; step++) {
      const { writer, arriving } = chance.pick(people);
      const next = chance.next() < 0.5 ? arriving.shift() : undefined;
      if (next) Y.applyUpdate(writer.document, next, "remote");
      const edit = randomEdit(writer.state, chance, chance.pick(KINDS), "words ");
      if (edit) writer.dispatch(edit);
    }
  }
});
