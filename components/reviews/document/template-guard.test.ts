import type { Transaction } from "@tiptap/pm/state";
import { expect, test } from "vitest";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { editorSchema } from "#lib/document/schema.ts";
import { Random } from "#lib/document/testing/random.ts";
import { randomEdit } from "#lib/document/testing/random-edit.ts";
import { beginning, meet, Writer } from "#lib/document/testing/writer.ts";
import { deleteTextOnly, hasText, leave, partsLost, refusalIn, takeOut, templateGuard } from "./template-guard.ts";

const text = (words: string): DocumentNode[] => [{ type: "text", text: words }];
const section = (key: string, title: string): DocumentNode => ({
  type: "heading",
  attrs: { level: 2, sectionKey: key, id: `h-${key}` },
  content: text(title),
});
const paragraph = (id: string, words: string): DocumentNode => ({
  type: "paragraph",
  attrs: { id },
  content: text(words),
});
const START = beginning(
  section("summary", "Summary"),
  paragraph("p1", "what happened"),
  { type: "heading", attrs: { level: 3, id: "own" }, content: text("My heading") },
  section("impact", "Impact"),
  { type: "liveBlock", attrs: { id: "l1", kind: "timeline" } },
  paragraph("p2", "last words"),
);
const paragraphType = editorSchema().nodes.paragraph ?? editorSchema().topNodeType;
const writer = () => new Writer(START, [templateGuard()]);
const titles = (one: Writer) => refusalIn(one.state)?.parts.map(({ title }) => title);
const blocks = (one: Writer) => one.state.doc.content.content.map((node) => node.textContent || node.type.name);
/** Dispatches it, with everything that follows from it. */
async function attempt(one: Writer, edit: (one: Writer) => Transaction): Promise<void> {
  one.dispatch(edit(one));
  await Promise.resolve();
}
const everything = (one: Writer) => one.state.tr.delete(0, one.state.doc.content.size);
const WHOLE = blocks(writer());
const heading = (one: Writer) => one.find("Impact");

test.each<[string, (one: Writer) => Transaction, string[]]>([
  ["everything", everything, ["Summary", "Impact", "Timeline"]],
  ["a heading alone", (one) => one.state.tr.delete(heading(one) - 1, heading(one) + 7), ["Impact"]],
  ["words over a heading", (one) => one.state.tr.delete(one.find("heading"), heading(one) + 3), ["Impact"]],
  [
    "a letter over a selection",
    (one) => one.state.tr.insertText("x", 1, one.state.doc.content.size),
    ["Impact", "Timeline"],
  ],
  ["Backspace at a heading's start", (one) => one.state.tr.join(heading(one) - 1), ["Impact"]],
  [
    "a heading made a paragraph",
    (one) => one.state.tr.setBlockType(heading(one), heading(one), paragraphType),
    ["Impact"],
  ],
  ["a live block", (one) => one.state.tr.delete(heading(one) + 7, heading(one) + 8), ["Timeline"]],
])("%s is rejected, and the message names what would be deleted", async (_what, edit, lost) => {
  const one = writer();
  await attempt(one, edit);
  expect(blocks(one)).toEqual(WHOLE);
  expect(titles(one)).toEqual(lost);
});

test.each<[string, (one: Writer) => Transaction]>([
  ["words in a paragraph", (one) => one.state.tr.delete(one.find("happened"), one.find("happened") + 4)],
  ["a heading of one's own", (one) => one.state.tr.delete(one.find("My") - 1, one.find("My") + 11)],
  ["the words of a heading", (one) => one.state.tr.insertText("Effect", heading(one), heading(one) + 6)],
  ["Enter in a heading", (one) => one.state.tr.split(heading(one) + 3)],
  [
    "a live block that is moved",
    (one) => {
      const at = heading(one) + 7;
      const block = one.state.doc.nodeAt(at);
      const { tr } = one.state;
      return block ? tr.delete(at, at + 1).insert(0, block) : tr;
    },
  ],
])("%s goes through", async (_what, edit) => {
  const one = writer();
  await attempt(one, edit);
  expect(refusalIn(one.state)).toBeNull();
  expect(blocks(one)).not.toEqual(WHOLE);
});

test("keeping it forgets the question and changes nothing", async () => {
  const one = writer();
  await attempt(one, everything);
  one.dispatch(leave(one.state));
  expect(refusalIn(one.state)).toBeNull();
  expect(blocks(one)).toEqual(WHOLE);
});

test("deletes only the text and keeps the template", async () => {
  const one = writer();
  one.select(one.find("happened"), one.find("last") + 4);
  await attempt(one, ({ state }) => state.tr.deleteSelection());
  const refusal = refusalIn(one.state);
  if (!refusal) throw new Error("not refused");
  expect(hasText(one.state, refusal)).toBe(true);
  one.dispatch(deleteTextOnly(one.state, refusal));
  expect(blocks(one)).toEqual(["Summary", "what ", "Impact", "liveBlock", " words"]);
});

test("removing it does as requested, and one undo restores everything", async () => {
  const one = writer();
  await attempt(one, (them) => them.state.tr.delete(heading(them) - 1, them.state.doc.content.size));
  const refusal = refusalIn(one.state);
  if (!refusal) throw new Error("not refused");
  one.dispatch(takeOut(one.state, refusal));
  expect(blocks(one)).toEqual(["Summary", "what happened", "My heading"]);
  one.undo();
  expect(blocks(one)).toEqual(WHOLE);
});

test("keeps what a colleague writes while the question is open, whatever the answer", async () => {
  for (const answer of [deleteTextOnly, takeOut]) {
    const [mine, theirs] = [writer(), writer()];
    mine.select(mine.find("My"), heading(mine) + 6);
    await attempt(mine, ({ state }) => state.tr.deleteSelection());
    theirs.select(theirs.find("what"));
    theirs.type("and ");
    meet([mine, theirs]);
    const refusal = refusalIn(mine.state);
    if (!refusal) throw new Error("not refused");
    mine.dispatch(answer(mine.state, refusal));
    meet([mine, theirs]);
    expect(blocks(mine)).toContain("and what happened");
    expect(blocks(mine)).toContain("last words");
    expect(blocks(mine)).toEqual(blocks(theirs));
  }
});

test("a colleague's deletion is applied, because they decided it", async () => {
  const [mine, theirs] = [writer(), new Writer(START)];
  theirs.dispatch(theirs.state.tr.delete(heading(theirs) - 1, heading(theirs) + 7));
  meet([mine, theirs]);
  await Promise.resolve();
  expect(blocks(mine)).not.toContain("Impact");
  expect(refusalIn(mine.state)).toBeNull();
});

test("no ordinary edit removes a part of the template", async () => {
  const chance = new Random(5);
  const [one, other] = [writer(), writer()];
  const start = one.state.doc;
  for (let step = 0; step < 300; step++) {
    const person = chance.pick([one, other]);
    const kind = chance.pick(["type", "delete", "replace", "split", "join", "heading", "deleteBlock", "chip"] as const);
    const edit = randomEdit(person.state, chance, kind, "xy");
    if (edit) await attempt(person, () => edit);
    if (chance.next() < 0.3) meet([one, other]);
  }
  meet([one, other]);
  expect(partsLost(start, one.state.doc)).toEqual([]);
});
