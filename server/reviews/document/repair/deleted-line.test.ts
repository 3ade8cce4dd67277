import { expect, test } from "vitest";
import * as Y from "yjs";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { documentJson, storedJson } from "#lib/document/from-yjs.ts";
import { linesOf } from "#lib/document/testing/random-edit.ts";
import { beginning, wordsOf } from "#lib/document/testing/writer.ts";
import { type Colleague, OneServer } from "../testing/one-server.ts";
import { RESTORE_TEXT } from "../work/texts.ts";

const line = (id: string, words: string): DocumentNode => ({
  ...{ type: "paragraph", attrs: { id } },
  ...(words === "" ? {} : { content: [{ type: "text", text: words }] }),
});
const cell = (words: string): DocumentNode => ({ type: "tableCell", content: [line(words, words)] });
const TABLE: DocumentNode = {
  ...{ type: "table", attrs: { id: "t" } },
  content: ["one", "two"].map((words) => ({ type: "tableRow", content: [cell(words)] })),
};
const LIST: DocumentNode = {
  ...{ type: "bulletList", attrs: { id: "l" } },
  content: ["one", "two"].map((words) => ({ type: "listItem", attrs: { id: words }, content: [line("", words)] })),
};

function begin(...content: DocumentNode[]) {
  const start = beginning(...content);
  const server = new OneServer(start, 2, true);
  const [ana, ben] = server.people as [Colleague, Colleague];
  const settle = () => {
    while (!server.isQuiet)
      for (const person of server.people) {
        server.deliver(person);
        person.receiveNext();
      }
    for (const person of server.people) expect(person.state.doc.eq(person.stored())).toBe(true);
    return wordsOf(documentJson(server.committed())).split("\n");
  };
  return { ana, ben, server, settle, start };
}

/** Deletes the top-level block that contains a position. */
function deleteBlock(person: Colleague, word: string): void {
  const at = person.state.doc.resolve(person.find(word));
  person.dispatch(person.state.tr.delete(at.before(1), at.after(1)));
}

/** Restores a version, whatever people write in that time. */
function restore(server: OneServer, version: Uint8Array): void {
  const restored = RESTORE_TEXT.work({ updates: [...server.updates], version, blocks: null });
  if (!restored) throw new Error("nothing to restore");
  server.edit(restored.update);
}

function typeAfter(person: Colleague, word: string, letters: string): void {
  person.select(person.find(word) + word.length);
  for (const letter of letters) person.type(letter);
}

const AROUND = [line("a", "alpha"), line("b", "bravo"), line("c", "charlie")];

test.each(["ana", "ben"] as const)("letters in a line that a colleague deletes stay, if %s is first", (first) => {
  const { ana, ben, server, settle } = begin(...AROUND);
  typeAfter(ana, "bravo", "xyz");
  deleteBlock(ben, "bravo");
  while ((first === "ana" ? ana : ben).sent.length > 0) server.deliver(first === "ana" ? ana : ben);
  expect(settle()).toEqual(["alpha", "xyz", "charlie"]);
});

test("letters that follow before the deletion arrives are on the same line", () => {
  const { ana, ben, server, settle } = begin(...AROUND);
  deleteBlock(ben, "bravo");
  while (ben.sent.length > 0) server.deliver(ben);
  for (const letter of "xyz") {
    typeAfter(ana, letter === "x" ? "bravo" : letter === "y" ? "x" : "y", letter);
    while (ana.sent.length > 0) server.deliver(ana);
  }
  expect(settle()).toEqual(["alpha", "xyz", "charlie"]);
});

test.each([["x"], ["xyz"], ["x y"]])(
  "letters that moved into a line before a colleague deletes it unseen stay: %s",
  (letters) => {
    const { ana, ben, server, settle } = begin(line("b", "bravo delta"), line("c", "charlie"));
    typeAfter(ana, "delta", letters);
    ben.dispatch(ben.state.tr.split(ben.find("delta")));
    for (const person of [ben, ana]) while (person.sent.length > 0) server.deliver(person);
    deleteBlock(ben, "delta");
    expect(settle()).toEqual(["bravo ", letters, "charlie"]);
  },
);

test("letters that the colleague saw go with the line", () => {
  const { ana, ben, settle } = begin(...AROUND);
  typeAfter(ana, "bravo", "xyz");
  settle();
  deleteBlock(ben, "bravoxyz");
  expect(settle()).toEqual(["alpha", "charlie"]);
});

test("spaces alone don't return", () => {
  const { ana, ben, settle } = begin(...AROUND);
  typeAfter(ana, "bravo", "  ");
  deleteBlock(ben, "bravo");
  expect(settle()).toEqual(["alpha", "charlie"]);
});

test("an empty line that a restore removes returns with what someone types in it", () => {
  const { ana, ben, server, settle, start } = begin(...AROUND);
  ben.dispatch(ben.state.tr.split(ben.find("bravo") + 5));
  settle();
  const empty = linesOf(ana.state.doc).find(({ from, to }) => from === to);
  ana.select(empty?.from ?? 0);
  ana.type("x");
  restore(server, start);
  expect(settle()).toEqual(["alpha", "bravo", "x", "charlie"]);
});

test.each([
  ["a table", TABLE],
  ["a list", LIST],
])("letters in %s that a colleague deletes are a line in its place", (_what, block) => {
  const { ana, ben, settle } = begin(line("a", "alpha"), block, line("c", "charlie"));
  typeAfter(ana, "one", "x");
  typeAfter(ana, "two", "yz");
  deleteBlock(ben, "two");
  expect(settle()).toEqual(["alpha", "x", "yz", "charlie"]);
});

test("letters in one item that a colleague deletes are below the list, which stays", () => {
  const { ana, ben, settle } = begin(line("a", "alpha"), LIST, line("c", "charlie"));
  typeAfter(ana, "two", "x");
  const at = ben.state.doc.resolve(ben.find("two"));
  ben.dispatch(ben.state.tr.delete(at.before(2), at.after(2)));
  expect(settle()).toEqual(["alpha", "one", "x", "charlie"]);
});

test("proposed letters stay proposed", () => {
  const { ana, ben, server, settle } = begin(...AROUND);
  ana.isProposing = true;
  ben.isProposing = false;
  ana.edit(ana.state.tr.insertText("x👍y", ana.find("bravo") + 5));
  deleteBlock(ben, "bravo");
  settle();
  const rescued = storedJson(server.committed()).content?.[1];
  expect(rescued?.content).toMatchObject([{ text: "x👍y", marks: [{ type: "suggestInsert" }] }]);
});

test("what the server wrote goes with the line, seen or not", () => {
  const { ben, server, settle, start } = begin(...AROUND);
  typeAfter(ben, "bravo", "!");
  settle();
  deleteBlock(ben, "bravo");
  restore(server, start);
  expect(settle()).toEqual(["alpha", "charlie"]);
});

/** Ana has typed a line below or above Ben's. A restore then writes the letters of both lines in the other one. */
function swapped(words: string) {
  const { ana, ben, server, settle } = begin(...AROUND);
  const put = (at: number) => ana.dispatch(ana.state.tr.insert(at, paragraphOf(ana, words)));
  put(ana.find("charlie") - 1);
  settle();
  const version = Y.encodeStateAsUpdate(server.committed());
  deleteBlock(ana, words);
  put(ana.find("bravo") - 1);
  settle();
  restore(server, version);
  return { ben, settle };
}

const paragraphOf = ({ state: { schema } }: Colleague, words: string) =>
  schema.node("paragraph", null, [schema.text(words)]);

test.each([["x"], ["x y"], ["xyz and more"]])(
  "letters that a restore wrote into a line before a colleague deletes it unseen stay: %s",
  (letters) => {
    const { ben, settle } = swapped(letters);
    deleteBlock(ben, "bravo");
    expect(settle()).toEqual(["alpha", "bravo", letters, "charlie"]);
  },
);

test("letters that a restore wrote again don't return if the colleague deletes them too", () => {
  const { ben, settle } = swapped("xyz");
  deleteBlock(ben, "xyz");
  deleteBlock(ben, "bravo");
  expect(settle()).toEqual(["alpha", "charlie"]);
});

test("letters that a restore wrote again stay if the colleague pressed Enter in them before", () => {
  const { ben, settle } = swapped("xyz and more");
  ben.dispatch(ben.state.tr.split(ben.find("more")));
  deleteBlock(ben, "bravo");
  expect(settle()).toEqual(["alpha", "bravo", "more", "xyz and ", "charlie"]);
});
