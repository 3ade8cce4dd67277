import { Fragment, Slice } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import type { DocumentNode } from "../document-json.ts";
import { storedJson } from "../from-yjs.ts";
import { PROPOSED_BREAK } from "../nodes/proposal-attributes.ts";
import { editorSchema } from "../schema.ts";
import { Suggester } from "../testing/suggester.ts";
import { beginning } from "../testing/writer.ts";
import { proposalsIn } from "./proposals.ts";
import { propose } from "./propose.ts";

const text = (words: string, ...marks: NonNullable<DocumentNode["marks"]>): DocumentNode => ({
  ...{ type: "text", text: words },
  ...(marks.length > 0 ? { marks } : {}),
});
const paragraph = (words: string): DocumentNode => ({ type: "paragraph", content: [text(words)] });
const start = () =>
  beginning(
    paragraph("Alpha bravo charlie."),
    { type: "codeBlock", content: [text("select one")] },
    { type: "callout", attrs: { tone: "note" }, content: [paragraph("Delta echo.")] },
    { type: "collapsible", content: [paragraph("Title"), paragraph("Body")] },
    { type: "liveBlock", attrs: { kind: "timeline" } },
    paragraph("Foxtrot golf."),
  );
const two = (): [Suggester, Suggester] => {
  const update = start();
  return [new Suggester(update), new Suggester(update)];
};
const proposedBy = (writer: Suggester) => proposalsIn(storedJson(writer.document).content ?? []);
const blocksBy = (writer: Suggester) =>
  proposedBy(writer).flatMap(({ blocks }) => blocks.map(({ change, type, text: words }) => [change, type, words]));
const bold = () => {
  const { bold: type } = editorSchema().marks;
  if (!type) throw new Error("no bold");
  return type.create();
};
const line = (words: string) => editorSchema().node("paragraph", null, editorSchema().text(words));
const reasonOf = (writer: Suggester, transaction: Transaction) => {
  try {
    propose(transaction, writer.state, { isMine: () => false, newId: () => crypto.randomUUID() });
    return null;
  } catch (error) {
    return (error as { reason?: string }).reason;
  }
};

/** Proposes a paragraph below the first one. Returns where its words are. */
function insertLine(writer: Suggester, words = "Inserted line"): number {
  writer.edit(writer.state.tr.insert(writer.state.doc.child(0).nodeSize, line(words)));
  return writer.find(words);
}

describe("a block that someone proposed", () => {
  it("is edited directly by them, with formats, and struck by others", () => {
    const [one, other] = two();
    const at = insertLine(one);
    one.edit(one.state.tr.delete(at, at + "Inserted ".length));
    one.edit(one.state.tr.addMark(at, at + 4, bold()));
    expect(blocksBy(one)).toEqual([["insert", "paragraph", "line"]]);
    expect(proposedBy(one)).toMatchObject([{ inserted: "", deleted: "", formatted: "" }]);
    other.receive(one);
    other.edit(other.state.tr.delete(at, at + 2));
    expect(proposedBy(other).map(({ deleted, blocks }) => [deleted, blocks.length])).toEqual([
      ["", 1],
      ["li", 0],
    ]);
  });

  it("is one proposal with the lines that an Enter makes of it", () => {
    const writer = new Suggester(start());
    const at = insertLine(writer);
    writer.edit(writer.state.tr.split(at + "Inserted".length));
    expect(blocksBy(writer)).toEqual([
      ["insert", "paragraph", "Inserted"],
      ["insert", "paragraph", " line"],
    ]);
    expect(proposedBy(writer)).toHaveLength(1);
  });

  it("is gone without a trace when its writer deletes it, and marked when another does", () => {
    const [one, other] = two();
    const at = insertLine(one);
    other.receive(one);
    const remove = (writer: Suggester) => writer.edit(writer.state.tr.delete(at - 1, at + "Inserted line".length + 1));
    remove(other);
    expect(blocksBy(other).map(([change]) => change)).toEqual(["insert", "delete"]);
    remove(one);
    expect(proposedBy(one)).toEqual([]);
    expect(one.state.doc.childCount).toBe(6);
  });

  it("can have its settings changed by its writer only", () => {
    const [one, other] = two();
    const callout = editorSchema().node("callout", { tone: "note" }, line("Inserted"));
    const at = one.state.doc.child(0).nodeSize;
    one.edit(one.state.tr.insert(at, callout));
    other.receive(one);
    expect(one.edit(one.state.tr.setNodeAttribute(at, "tone", "tip"))).toBe(true);
    expect(one.state.doc.nodeAt(at)?.attrs.tone).toBe("tip");
    expect(reasonOf(other, other.state.tr.setNodeAttribute(at, "tone", "tip"))).toBe("settings");
    const last = one.state.doc.content.size - one.state.doc.child(5 + 1).nodeSize;
    expect(reasonOf(one, one.state.tr.setNodeAttribute(last, "id", "x"))).toBe("settings");
  });
});

describe("an edit of several steps", () => {
  it("formats what it has typed, not the text around it", () => {
    const writer = new Suggester(start());
    const at = writer.find("bravo");
    writer.edit(writer.state.tr.insertText("new ", at).addMark(at, at + 3, bold()));
    expect(proposedBy(writer)).toMatchObject([{ inserted: "new ", formats: [] }]);
    expect(writer.state.doc.rangeHasMark(at, at + 3, bold().type)).toBe(true);
    expect(writer.state.doc.rangeHasMark(at + 4, at + 9, bold().type)).toBe(false);
  });

  it("leaves out what it typed and removed again", () => {
    const writer = new Suggester(start());
    const at = writer.find("bravo");
    writer.edit(writer.state.tr.insertText("one two ", at).delete(at, at + 4));
    expect(proposedBy(writer)).toMatchObject([{ inserted: "two ", deleted: "" }]);
    writer.edit(writer.state.tr.delete(at, at + 4));
    expect(proposedBy(writer)).toEqual([]);
  });

  it("reaches later places where they are", () => {
    const writer = new Suggester(start());
    const [at, later] = [writer.find("bravo"), writer.find("golf")];
    writer.edit(writer.state.tr.insertText("new ", at).delete(later + 4, later + 8));
    expect(proposedBy(writer)).toMatchObject([{ inserted: "new ", deleted: "golf" }]);
    const other = new Suggester(start());
    other.edit(other.state.tr.delete(at, at + 6).insertText("new ", later - 6));
    expect(proposedBy(other)).toMatchObject([{ inserted: "new ", deleted: "bravo " }]);
    expect(other.around(4)).toBe("new |golf");
  });
});

describe("the settings of an edit", () => {
  it("stay: marks for the next letters, scrolling, and the origin of the edit", () => {
    const writer = new Suggester(start());
    const original = writer.state.tr.insertText("x", writer.find("bravo"));
    original.setMeta("uiEvent", "paste").setMeta("paste", true).setMeta("addToHistory", false).setMeta("other", 1);
    const made = (transaction: Transaction) =>
      propose(transaction, writer.state, { isMine: () => false, newId: () => crypto.randomUUID() });
    const plain = made(original);
    expect(["uiEvent", "paste", "addToHistory", "other"].map((name) => plain.getMeta(name))).toEqual([
      ...["paste", true, false],
      undefined,
    ]);
    expect([plain.scrolledIntoView, plain.storedMarksSet]).toEqual([false, false]);
    const marked = made(writer.state.tr.insertText("x", 3).setStoredMarks([bold()]).scrollIntoView());
    expect([marked.scrolledIntoView, marked.storedMarks]).toEqual([true, [bold()]]);
  });

  it("put the caret after typed text, before text that Backspace strikes, and after text that Delete strikes", () => {
    const writer = new Suggester(start());
    const at = writer.find("bravo");
    writer.select(at + 5);
    writer.edit(writer.state.tr.delete(at + 4, at + 5));
    expect(writer.around(2)).toBe("av|o ");
    writer.select(at);
    writer.edit(writer.state.tr.delete(at, at + 1));
    expect(writer.around(2)).toBe(" b|ra");
    writer.select(at + 1, at + 3);
    writer.edit(writer.state.tr.deleteSelection());
    expect(writer.around(2)).toBe("ra|vo");
  });
});

describe("an edit that can't be proposed", () => {
  it.each<[string, (writer: Suggester) => Transaction, string]>([
    ["words in code", (w) => w.state.tr.insertText("x", w.find("select")), "code"],
    ["the removal of words in code", (w) => w.state.tr.delete(w.find("select"), w.find("select") + 2), "code"],
    ["the removal of a live block", (w) => removal(w, "liveBlock"), "template"],
    ["the settings of a block", (w) => w.state.tr.setNodeAttribute(blockAt(w, "callout"), "tone", "tip"), "settings"],
  ])("%s gives its reason", (_, edit, reason) => {
    const writer = new Suggester(start());
    expect(reasonOf(writer, edit(writer))).toBe(reason);
  });

  it("includes the title of a collapsible on its own, but its words and its body can be struck", () => {
    const writer = new Suggester(start());
    const at = writer.find("Body") - 1;
    writer.edit(writer.state.tr.delete(at, at + 6));
    expect(blocksBy(writer)).toEqual([["delete", "paragraph", "Body"]]);
    const title = writer.find("Title");
    writer.edit(writer.state.tr.delete(title, title + 5));
    expect(proposedBy(writer).map(({ deleted }) => deleted)).toEqual(["Title", ""]);
  });
});

const blockAt = (writer: Suggester, name: string) => {
  let found = -1;
  writer.state.doc.forEach((node, at) => {
    if (node.type.name === name) found = at;
  });
  return found;
};
const removal = (writer: Suggester, name: string) => {
  const at = blockAt(writer, name);
  return writer.state.tr.delete(at, at + (writer.state.doc.nodeAt(at)?.nodeSize ?? 0));
};

describe("the list of proposals", () => {
  const ID = "0190b0c0-0000-7000-8000-000000000001";
  const OTHER = "0190b0c0-0000-7000-8000-000000000002";
  const by = (type: string, id: string, attrs: Record<string, unknown> = {}) => ({
    type,
    attrs: { suggestionId: id, ...attrs },
  });
  const block = (content: DocumentNode[], attrs: Record<string, unknown> = {}): DocumentNode => ({
    ...{ type: "paragraph", content },
    attrs: { id: "p1", ...attrs },
  });

  it("has the words of each, with Enters and chips, and the block where it starts", () => {
    const chip: DocumentNode = { type: "eventChip", attrs: { eventId: "e" }, marks: [by("suggestDelete", OTHER)] };
    expect(
      proposalsIn([
        block([text(`a${PROPOSED_BREAK}b${PROPOSED_BREAK}`, by("suggestInsert", ID)), chip]),
        {
          type: "callout",
          attrs: { id: "c1" },
          content: [
            { type: "paragraph", content: [text("x", by("suggestDelete", "0190b0c0-0000-7000-8000-000000000003"))] },
          ],
        },
        block([text(`c${PROPOSED_BREAK}`, by("suggestDelete", ID))], { id: "p2" }),
      ]),
    ).toMatchObject([
      { id: ID, inserted: "a¶b¶", deleted: "c¶", breaks: 2, blockId: "p1" },
      { id: OTHER, deleted: "[event]", breaks: 0, blockId: "p1" },
      { deleted: "x", blockId: "c1" },
    ]);
  });

  it("has each format once", () => {
    const format = (name: string, takes: boolean) => by("suggestFormat", ID, { format: name, takes });
    const [only] = proposalsIn([
      block([
        text("a", format("bold", false)),
        text("b", format("bold", false), format("italic", false)),
        text("c", format("bold", true)),
      ]),
    ]);
    expect(only?.formatted).toBe("abbc");
    expect(only?.formats).toEqual([
      { format: "bold", takes: false },
      { format: "italic", takes: false },
      { format: "bold", takes: true },
    ]);
  });

  it.each([
    [{ suggestInsert: ID }, { change: "insert", to: null }],
    [{ suggestDelete: ID }, { change: "delete", to: null }],
    [{ suggestJoin: ID }, { change: "join", to: null }],
    [{ suggestType: `${ID} heading 3` }, { change: "type", to: "heading 3" }],
    [{ suggestType: `${ID} heading` }, { change: "type", to: "heading 2" }],
    [{ suggestType: `${ID} paragraph` }, { change: "type", to: "paragraph" }],
  ])("reads a block with %j", (attrs, change) => {
    expect(proposalsIn([block([text("words")], attrs)])).toMatchObject([
      { id: ID, blocks: [{ ...change, type: "paragraph", text: "words" }] },
    ]);
  });

  it.each([
    { suggestInsert: "x" },
    { suggestType: `${ID} table` },
    { suggestType: `${ID} heading 5` },
    { suggestDelete: 7 },
  ])("leaves out a value that no editor writes: %j", (attrs) =>
    expect(proposalsIn([block([text("words")], attrs)])).toEqual([]),
  );
});

it("proposes pasted lines as one insertion with breaks", () => {
  const writer = new Suggester(start());
  const at = writer.find("bravo");
  const lines = new Slice(Fragment.from([line("one "), line("two ")]), 1, 1);
  writer.edit(writer.state.tr.replace(at, at, lines));
  expect(proposedBy(writer)).toMatchObject([{ inserted: "one ¶two ", breaks: 1, deleted: "" }]);
});

describe("a link that someone proposed", () => {
  const link = (href: string) => {
    const { link: type } = editorSchema().marks;
    if (!type) throw new Error("no link");
    return type.create({ href });
  };
  const propose = (writer: Suggester, href: string) => {
    const at = writer.find("Alpha");
    writer.edit(writer.state.tr.addMark(at, at + 5, link(href)));
    return proposedBy(writer).map(({ formatted, formats }) => [formatted, formats.map(({ format }) => format)]);
  };

  it("is withdrawn by the same address, and replaced by another one", () => {
    const writer = new Suggester(start());
    const proposed = [["Alpha", ["link"]]];
    expect(propose(writer, "https://example.com/a")).toEqual(proposed);
    expect(propose(writer, "https://example.com/b")).toEqual(proposed);
    expect(JSON.stringify(storedJson(writer.document))).toContain("https://example.com/b");
    expect(JSON.stringify(storedJson(writer.document))).not.toContain("https://example.com/a");
    expect(propose(writer, "https://example.com/b")).toEqual([]);
  });
});
