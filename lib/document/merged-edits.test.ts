import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { type ConfirmedEdit, ReturnTeller } from "./merged-edits.ts";
import { TEXT_FRAGMENT } from "./schema-version.ts";
import { beginning } from "./testing/writer.ts";

const SERVER = "server";
const words = (text: string) => [{ type: "text", text }];
const START = beginning(
  ...["a", "b", "c"].flatMap((name) => [
    { type: "heading", attrs: { level: 2, id: name }, content: words(name) },
    ...[1, 2, 3].map((number) => ({
      type: "paragraph",
      attrs: { id: `${name}${number}` },
      content: words("one two three"),
    })),
  ]),
);

const blocksOf = (document: Y.Doc) => document.getXmlFragment(TEXT_FRAGMENT).toArray() as Y.XmlElement[];
const block = (document: Y.Doc, id: string) => {
  const found = blocksOf(document).find((one) => one.getAttribute("id") === id);
  if (!found) throw new Error(`no block ${id}`);
  return found;
};
const textOf = (document: Y.Doc, id: string) => block(document, id).get(0) as Y.XmlText;
const type = (document: Y.Doc, id: string) => textOf(document, id).insert(3, "x");
const remove = (document: Y.Doc, id: string) =>
  document.getXmlFragment(TEXT_FRAGMENT).delete(blocksOf(document).indexOf(block(document, id)), 1);

/** A tab that has lost its connection, and the server's text, which others change in that time. */
class Away {
  readonly document = new Y.Doc();
  readonly server = new Y.Doc();
  readonly own: ConfirmedEdit[] = [];
  readonly unsent = vi.fn(() => this.own.map(({ update }) => update));
  readonly teller = new ReturnTeller(this.document, {
    isRemote: (origin) => origin === SERVER,
    unsent: () => this.unsent(),
    onChange: () => undefined,
  });

  constructor() {
    for (const document of [this.document, this.server]) Y.applyUpdate(document, START, SERVER);
    this.document.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== SERVER) this.own.push({ update, changes: 1, isLeft: false });
    });
    this.teller.left();
  }

  return() {
    Y.applyUpdate(this.document, Y.encodeStateAsUpdate(this.server), SERVER);
    this.teller.confirmed(this.own, true);
    return this.teller.merged;
  }
}

let away: Away;
beforeEach(() => {
  vi.useFakeTimers();
  away = new Away();
});
afterEach(() => {
  away.teller.destroy();
  vi.useRealTimers();
});

describe("a return with changes", () => {
  it("counts those in sections that others changed, and names their blocks in the order of the text", () => {
    type(away.document, "c2");
    type(away.document, "b1");
    type(away.document, "a3");
    type(away.document, "a3");
    type(away.server, "a1");
    type(away.server, "c3");
    expect(away.return()).toEqual({ changes: 4, shared: 3, blockIds: ["a3", "c2"] });
  });

  it("knows that others deleted words, or a whole block", () => {
    type(away.document, "a1");
    type(away.document, "b1");
    textOf(away.server, "a2").delete(0, 3);
    remove(away.server, "b3");
    expect(away.return()).toEqual({ changes: 2, shared: 2, blockIds: ["a1", "b1"] });
  });

  it("says only the number if others wrote in a block that was deleted here, which has no place any more", () => {
    remove(away.document, "a2");
    type(away.server, "a2");
    expect(away.return()).toEqual({ changes: 1, shared: null, blockIds: [] });
  });

  it("leads to the block before one that was deleted, here or by others", () => {
    remove(away.document, "a2");
    type(away.document, "b1");
    remove(away.server, "b1");
    type(away.server, "a3");
    expect(away.return()).toEqual({ changes: 2, shared: 2, blockIds: ["a1", "b"] });
  });

  it("isn't next to changes of others in other sections, or to their comments", () => {
    type(away.document, "a1");
    textOf(away.server, "a1").format(0, 3, { "comment--x": { threadId: "x" } });
    type(away.server, "b1");
    expect(away.return()).toEqual({ changes: 1, shared: 0, blockIds: [] });
  });

  it("doesn't say where others wrote if another tab made a change", () => {
    type(away.document, "a1");
    away.own.push({ update: new Uint8Array([0, 0]), changes: 3, isLeft: true });
    type(away.server, "a1");
    expect(away.return()).toEqual({ changes: 4, shared: null, blockIds: [] });
  });

  it("agrees with where everyone wrote, for any edits", () => {
    const act = fc.record({ id: fc.constantFrom("a1", "a2", "b1", "b2", "c1"), deletes: fc.boolean() });
    fc.assert(
      fc.property(fc.array(act, { minLength: 1 }), fc.array(act), (mine, theirs) => {
        const tab = new Away();
        const write = (document: Y.Doc) => (one: { id: string; deletes: boolean }) =>
          one.deletes
            ? textOf(document, one.id).delete(textOf(document, one.id).length - 1, 1)
            : type(document, one.id);
        // One letter at the end can be deleted by both, which changes nothing here.
        mine.map((one) => ({ ...one, deletes: false })).forEach(write(tab.document));
        theirs.slice(0, 8).forEach(write(tab.server));
        const sections = new Set(theirs.slice(0, 8).map(({ id }) => id[0]));
        const shared = mine.filter(({ id }) => sections.has(id[0]));
        expect(tab.return()).toEqual({
          changes: mine.length,
          shared: shared.length,
          blockIds: [...new Set(shared.map(({ id }) => id))].sort(),
        });
        tab.teller.destroy();
      }),
    );
  });
});

describe("what is shown of a return", () => {
  it("is nothing without changes, and nothing of what is written after it", () => {
    type(away.server, "a1");
    expect(away.return()).toBe(null);
    type(away.document, "a1");
    away.teller.confirmed(away.own, false);
    expect(away.teller.merged).toBe(null);
  });

  it("reads nothing of what is written once everything is confirmed", () => {
    away.return();
    away.unsent.mockClear();
    type(away.server, "a1");
    Y.applyUpdate(away.document, Y.encodeStateAsUpdate(away.server), SERVER);
    expect(away.unsent).not.toHaveBeenCalled();
  });

  it("includes changes that a closed tab has left, one after another", () => {
    expect(away.return()).toBe(null);
    const left = { update: new Uint8Array([0, 0]), changes: 3, isLeft: true };
    away.teller.confirmed([left], false);
    away.teller.confirmed([{ ...left, changes: 2 }], false);
    expect(away.teller.merged).toEqual({ changes: 5, shared: null, blockIds: [] });
  });

  it.each([
    ["after 20 s", "b1", 20_000],
    ["after 2 m where there is something to look at", "a1", 120_000],
  ])("ends %s", (_, theirs, ms) => {
    type(away.document, "a1");
    type(away.server, theirs);
    expect(away.return()).not.toBe(null);
    vi.advanceTimersByTime(ms - 1);
    expect(away.teller.merged).not.toBe(null);
    vi.advanceTimersByTime(1);
    expect(away.teller.merged).toBe(null);
  });

  it.each([
    ["when the person has looked", () => away.teller.end()],
    ["when the connection is lost again", () => away.teller.left()],
  ])("ends %s", (_, act) => {
    type(away.document, "a1");
    away.return();
    act();
    expect([away.teller.merged, vi.getTimerCount()]).toEqual([null, 0]);
  });
});
