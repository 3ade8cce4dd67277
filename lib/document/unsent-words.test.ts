import { expect, it } from "vitest";
import * as Y from "yjs";
import { wordsOfEdits } from "./unsent-words.ts";

/** A text that others wrote, and the edits that one person makes in it. */
function edits(write: (text: Y.Text, document: Y.Doc) => void): Uint8Array[] {
  const document = new Y.Doc();
  Y.applyUpdate(document, THEIRS);
  const made: Uint8Array[] = [];
  document.on("update", (update: Uint8Array) => made.push(update));
  write(document.getText("t"), document);
  return made;
}
const others = new Y.Doc();
others.getText("t").insert(0, "Theirs. ");
const THEIRS = Y.encodeStateAsUpdate(others);

const type = (text: Y.Text, at: number, words: string) => {
  let place = at;
  for (const letter of words) {
    text.insert(place, letter);
    place += letter.length;
  }
};

it.each<[string, (text: Y.Text, document: Y.Doc) => void, string]>([
  ["nothing when nothing was typed", () => undefined, ""],
  ["letters as one line", (text) => type(text, 8, "Mine"), "Mine"],
  [
    "no letters that were deleted again",
    (text) => {
      type(text, 8, "Minus");
      text.delete(11, 2);
      type(text, 11, "e");
    },
    "Mine",
  ],
  ["no words of others, although they were deleted", (text) => text.delete(0, 8), ""],
  [
    "a line for each place",
    (text) => {
      type(text, 8, "End");
      type(text, 0, "Start");
    },
    "End\nStart",
  ],
  ["letters outside the first plane whole", (text) => type(text, 8, "a😀b"), "a😀b"],
  [
    "a line for each new paragraph",
    (_text, document) => {
      const paragraph = (words: string) => {
        const made = new Y.XmlElement("paragraph");
        made.insert(0, [new Y.XmlText(words)]);
        return made;
      };
      document.getXmlFragment("x").push([paragraph("One"), paragraph("Two")]);
    },
    "One\nTwo",
  ],
  [
    "words around a format as one line",
    (text) => {
      type(text, 8, "Very");
      text.insert(12, " bold", { bold: true });
    },
    "Very bold",
  ],
])("returns %s", (_what, write, words) => expect(wordsOfEdits(edits(write))).toBe(words));
