import { expect, test } from "vitest";
import * as Y from "yjs";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { MoveRepair } from "./move-repair.ts";
import { Sender } from "./sender.ts";

const lines = (count: number, words: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => {
    const line = new Y.XmlElement("paragraph");
    line.insert(0, [new Y.XmlText(words(index))]);
    return line;
  });

const OLD = (index: number) => `line ${index} with some words in it of an ordinary length`;
const NEW = (index: number) => `otherwise ${index} und etwas ganz anderes in dieser Zeile`;
const letters = (count: number, shift = 0) =>
  Array.from({ length: count }, (_, index) => String.fromCharCode(97 + ((index * index + shift) % 26))).join("");

type Row = (fragment: Y.XmlFragment) => void;
const textOf = (fragment: Y.XmlFragment, index: number) => (fragment.get(index) as Y.XmlElement).get(0) as Y.XmlText;

const swapAll =
  (words: (index: number) => string): Row =>
  (fragment) => {
    const count = fragment.length;
    fragment.delete(0, count);
    fragment.insert(0, lines(count, words));
  };

/** Rows that one person can send. Each of them would block everyone if every pair of lines were compared. */
const ROWS: [string, { begin: (fragment: Y.XmlFragment) => void; rows: Row[] }][] = [
  [
    "a thousand lines are replaced by others",
    { begin: (fragment) => fragment.insert(0, lines(1000, OLD)), rows: [swapAll(NEW)] },
  ],
  [
    "a thousand lines are turned round",
    { begin: (fragment) => fragment.insert(0, lines(1000, OLD)), rows: [swapAll((index) => OLD(999 - index))] },
  ],
  [
    "a thousand lines are replaced again and again",
    { begin: (fragment) => fragment.insert(0, lines(1000, OLD)), rows: [swapAll(NEW), swapAll(OLD), swapAll(NEW)] },
  ],
  [
    "every line loses a word and gets another one",
    {
      begin: (fragment) => fragment.insert(0, lines(1000, OLD)),
      rows: [
        (fragment) => {
          for (let index = 0; index < fragment.length; index++) {
            textOf(fragment, index).delete(0, 6);
            textOf(fragment, index).insert(0, "other words ");
          }
        },
      ],
    },
  ],
  [
    "a line of a megabyte is replaced a letter at a time",
    {
      begin: (fragment) =>
        fragment.insert(
          0,
          lines(2, () => letters(500_000)),
        ),
      rows: Array.from(
        { length: 40 },
        (): Row => (fragment) => {
          textOf(fragment, 0).delete(7, 1);
          textOf(fragment, 0).insert(7, "x");
        },
      ),
    },
  ],
  [
    "a line of a megabyte is split, and joined again",
    {
      begin: (fragment) =>
        fragment.insert(
          0,
          lines(1, () => letters(500_000)),
        ),
      rows: [
        (fragment) => {
          textOf(fragment, 0).delete(250_000, 250_000);
          fragment.insert(
            1,
            lines(1, () => letters(500_000).slice(250_000)),
          );
        },
        (fragment) => {
          fragment.delete(1, 1);
          textOf(fragment, 0).insert(250_000, letters(500_000).slice(250_000));
        },
      ],
    },
  ],
  [
    "letters stand in as many places as there are",
    {
      begin: (fragment) =>
        fragment.insert(
          0,
          lines(1, () => letters(20_000)),
        ),
      rows: [
        (fragment) => {
          for (let at = 19_999; at > 0; at -= 4) {
            textOf(fragment, 0).delete(at, 1);
            textOf(fragment, 0).insert(at, "x");
          }
        },
      ],
    },
  ],
];

test.each(ROWS)("no one waits for a repair when %s", (_what, { begin, rows }) => {
  const own = new Y.Doc();
  const fragment = own.getXmlFragment(TEXT_FRAGMENT);
  begin(fragment);
  const repair = new MoveRepair([Y.encodeStateAsUpdate(own)]);
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(own));
  for (const [index, row] of rows.entries()) {
    const before = Y.encodeStateVector(own);
    own.transact(() => row(fragment));
    const update = Y.encodeStateAsUpdate(own, before);
    Y.applyUpdate(copy, update);
    const repaired = repair.take({ seq: index + 2, update, sender: new Sender() });
    if (repaired) Y.applyUpdate(copy, repaired);
  }
  expect(copy.store.pendingStructs).toBe(null);
});
