import fc from "fast-check";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { documentJson } from "#lib/document/from-yjs.ts";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { GENERATED, type TextOwners, UNKNOWN, unpackOwners } from "#lib/reviews/version/owners.ts";
import { blocksOf } from "#lib/reviews/version/pair-blocks.ts";
import { placedWords } from "#lib/reviews/version/word-runs.ts";
import type { ClientOwner } from "../log/read-document.ts";
import { type OwnedVersion, ownersOf } from "./owners.ts";
import { RESTORE_TEXT } from "./texts.ts";

const GENERATED_WORDS = ["alpha", "bravo", "charlie"];
const PEOPLE = ["ines", "sam", "tom"];
const textOf = (block: Y.XmlElement) => block.get(0) as Y.XmlText;
/** Without marks. */
const wordsIn = (block: Y.XmlElement) =>
  (textOf(block).toDelta() as { insert: string }[]).map(({ insert }) => insert).join("");
/** A word of its own for each number. Words with common letters would share them in a restore. */
const wordAt = (index: number) =>
  Array.from({ length: 8 }, (_, at) =>
    String.fromCharCode(97 + ((((index + 1) * 7919 * (at + 3) + at * at) >> 3) % 26)),
  ).join("");
const isGap = (letter: string | undefined) => letter === undefined || letter === " ";

/** One person's tab. It writes words that occur once, as an editor does: Enter and moves delete and write copies. */
class Tab {
  readonly document = new Y.Doc();
  readonly outgoing: Uint8Array[] = [];
  seen = 0;

  constructor(readonly name: string) {
    this.document.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "log") this.outgoing.push(update);
    });
  }

  private get blocks(): Y.XmlElement[] {
    return this.document.getXmlFragment(TEXT_FRAGMENT).toArray() as Y.XmlElement[];
  }

  private put(at: number, words: string): void {
    const block = new Y.XmlElement("paragraph");
    block.setAttribute("id", `${this.document.clientID}-${Y.getState(this.document.store, this.document.clientID)}`);
    block.insert(0, [new Y.XmlText(words)]);
    this.document.getXmlFragment(TEXT_FRAGMENT).insert(at, [block]);
  }

  edit(kind: string, pick: number, word: string): void {
    const fragment = this.document.getXmlFragment(TEXT_FRAGMENT);
    const { blocks } = this;
    const at = pick % Math.max(1, blocks.length);
    const block = blocks[at];
    const words = block ? wordsIn(block) : "";
    const gaps = [...words, undefined].flatMap((_, place) => (isGap(words[place - 1]) ? [place] : []));
    const gap = gaps[pick % Math.max(1, gaps.length)] ?? 0;
    this.document.transact(() => {
      if (!block || kind === "block") this.put(at, `${word} `);
      else if (kind === "type") textOf(block).insert(gap, `${word} `);
      else if (kind === "delete") textOf(block).delete(gap, words.slice(gap).indexOf(" ") + 1 || 0);
      else if (kind === "bold") textOf(block).format(gap, words.length - gap, { bold: {} });
      else if (kind === "enter") {
        textOf(block).delete(gap, words.length - gap);
        this.put(at + 1, words.slice(gap));
      } else if (kind === "join" && blocks[at + 1]) {
        const next = wordsIn(blocks[at + 1] as Y.XmlElement);
        fragment.delete(at + 1, 1);
        textOf(block).insert(words.length, next);
      } else if (kind === "move") {
        fragment.delete(at, 1);
        this.put((pick >> 3) % blocks.length, words);
      }
    });
  }
}

/** The server's side: the log, the owners of client ids, and versions. */
class Desk {
  readonly rows: { update: Uint8Array; at: string }[] = [];
  readonly clients: ClientOwner[] = [];
  readonly versions: OwnedVersion[] = [];
  readonly writers = new Map<string, string>();
  readonly tabs = PEOPLE.map((name) => new Tab(name));
  private covered = 0;

  /** Starts with a generated text as its first version. */
  constructor() {
    for (const { name, document } of this.tabs) this.client(document.clientID, { userId: name });
    const server = new Tab("server");
    this.client(server.document.clientID, { generated: true });
    server.edit("block", 0, GENERATED_WORDS.join(" "));
    for (const word of GENERATED_WORDS) this.writers.set(word, GENERATED);
    this.sync(server);
    this.keep();
    for (const tab of this.tabs) this.sync(tab);
  }

  client(id: number, owner: Partial<ClientOwner>): void {
    this.clients.push({ id, userId: null, generated: false, version: null, copies: [], ...owner });
  }

  add(update: Uint8Array): void {
    this.rows.push({ update, at: new Date(this.rows.length * 60_000).toISOString() });
  }

  syncAll(): void {
    for (const tab of [...this.tabs, ...this.tabs]) this.sync(tab);
  }

  sync(tab: Tab): void {
    for (const update of tab.outgoing.splice(0)) this.add(update);
    for (const { update } of this.rows.slice(tab.seen)) Y.applyUpdate(tab.document, update, "log");
    tab.seen = this.rows.length;
  }

  get updates(): Uint8Array[] {
    return this.rows.map(({ update }) => update);
  }

  /** Keeps a version. `isLogKept` is false where the rows since the one before were deleted. */
  keep(isLogKept = true): TextOwners {
    const document = new Y.Doc();
    for (const update of this.updates) Y.applyUpdate(document, update);
    const owners = ownersOf(document, documentJson(document), {
      before: this.versions.at(-1) ?? null,
      log: { rows: isLogKept ? this.rows.slice(this.covered) : [], clients: this.clients },
      restored: this.versions,
      at: "2026-01-01T00:00:00.000Z",
    });
    this.covered = this.rows.length;
    this.versions.push({ number: this.versions.length + 1, state: Y.encodeStateAsUpdate(document), owners });
    return owners;
  }

  restore(number: number): void {
    const version = this.versions[number - 1];
    const made = version && RESTORE_TEXT.work({ updates: this.updates, version: version.state, blocks: null });
    if (!made) return;
    this.client(made.clientId, { userId: "tom", version: number });
    this.add(made.update);
  }

  /** Each word of the newest version with its author. */
  authors(): [word: string, author: string | undefined][] {
    const { state, owners } = this.versions.at(-1) as OwnedVersion;
    const document = new Y.Doc();
    Y.applyUpdate(document, state);
    const words = blocksOf(documentJson(document), () => null).map(({ node }) => placedWords(node, () => null).words);
    const found = unpackOwners(
      owners,
      words.map(({ length }) => length),
    );
    return words.flatMap((own, block) =>
      own.flatMap(({ word }, at): [string, string | undefined][] =>
        word.trim() === "" ? [] : [[word, found[block]?.[at]?.author]],
      ),
    );
  }
}

const kinds = fc.constantFrom(
  "type",
  "type",
  "type",
  "block",
  "delete",
  "bold",
  "enter",
  "join",
  "move",
  "sync",
  "sync",
);
const steps = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: fc.record({ kind: kinds, who: fc.nat(2), pick: fc.nat(1000) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("keep"), who: fc.nat(2), pick: fc.nat(1000) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("restore"), who: fc.nat(2), pick: fc.nat(1000) }) },
  ),
  { minLength: 10, maxLength: 60 },
);

const stepsOf = (steps: [kind: string, who: number, pick: number][]) =>
  steps.map(([kind, who, pick]) => ({ kind, who, pick }));
/** Ines types in a word while it is restored. The next restore takes her letters out of the word. */
const inRestoredWord = stepsOf([
  ["delete", 1, 0],
  ["delete", 0, 5],
  ["enter", 0, 979],
  ["type", 0, 75],
  ["type", 0, 0],
  ["sync", 0, 0],
  ["type", 0, 8],
  ["restore", 0, 0],
  ["keep", 0, 0],
  ["type", 0, 0],
  ["restore", 0, 0],
  ["type", 0, 0],
]);
/** Two people join the same blocks, which leaves nothing. */
const emptyVersion = stepsOf([
  ["block", 0, 0],
  ["keep", 0, 0],
  ["move", 0, 152],
  ["join", 1, 0],
  ["join", 0, 0],
  ["keep", 0, 0],
  ["type", 0, 0],
  ["sync", 0, 0],
  ["restore", 0, 143],
  ["type", 0, 0],
]);

it("finds the author of every word that three people write, split, join, move and restore at once", () => {
  fc.assert(
    fc.property(steps, (all) => {
      const desk = new Desk();
      for (const [index, { kind, who, pick }] of all.entries()) {
        const tab = desk.tabs[who] as Tab;
        if (kind === "sync") desk.sync(tab);
        else if (kind === "keep") {
          // A tab that splits text without knowing of a move before the last version can't be followed.
          desk.syncAll();
          desk.keep();
        } else if (kind === "restore") {
          if (desk.versions.length > 0) desk.restore(1 + (pick % desk.versions.length));
        } else {
          const word = wordAt(index);
          desk.writers.set(word, tab.name);
          tab.edit(kind, pick, word);
        }
      }
      desk.syncAll();
      desk.keep();
      // A word that two people wrote is in no one's list.
      const found = desk.authors().filter(([word]) => desk.writers.has(word));
      expect(found).toEqual(found.map(([word]) => [word, desk.writers.get(word)]));
    }),
    { numRuns: 300, examples: [[inRestoredWord], [emptyVersion]] },
  );
});

/** Writes, moves and restores as one person, step by step. */
const alone = (desk: Desk, kind: string, pick: number, index = 0) => {
  const [ines] = desk.tabs;
  desk.sync(ines as Tab);
  ines?.edit(kind, pick, wordAt(index));
  desk.writers.set(wordAt(index), "ines");
  desk.sync(ines as Tab);
};
const authorOf = (desk: Desk, word: string) => desk.authors().find(([one]) => one === word)?.[1];

it("finds a moved block by its words where the log was deleted", () => {
  const desk = new Desk();
  alone(desk, "block", 0, 1);
  desk.keep();
  alone(desk, "move", 1 + (0 << 3));
  desk.keep(false);
  expect(GENERATED_WORDS.map((word) => authorOf(desk, word))).toEqual([GENERATED, GENERATED, GENERATED]);
  expect(authorOf(desk, wordAt(1))).toBe("ines");
});

it("gives restored words to their writer, and not to the person who restored them", () => {
  const desk = new Desk();
  alone(desk, "block", 0, 1);
  desk.keep();
  desk.restore(1);
  desk.keep();
  expect(authorOf(desk, wordAt(1))).toBe(undefined);
  desk.restore(2);
  desk.keep();
  expect(authorOf(desk, wordAt(1))).toBe("ines");
});

it("doesn't know who wrote a version from before owners were kept, but who added to it", () => {
  const desk = new Desk();
  const [first] = desk.versions;
  if (first) first.owners = null;
  alone(desk, "block", 0, 1);
  desk.keep();
  expect(authorOf(desk, "alpha")).toBe(UNKNOWN);
  expect(authorOf(desk, wordAt(1))).toBe("ines");
});
