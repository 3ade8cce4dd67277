import { expect, test } from "vitest";
import * as Y from "yjs";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { COLLAB_DEFAULTS } from "../socket/settings.ts";
import { craftDeletion, craftPair, craftStruct } from "../testing/craft-update.ts";
import { DocumentState } from "./document-state.ts";
import { inspectUpdate } from "./guard.ts";
import { Refusal } from "./refusal.ts";

const refusal = (reason: string) => expect.objectContaining({ reason });

/** A server's document with a person who has typed fifty letters, each accepted. */
function scene() {
  const document = new Y.Doc();
  const state = new DocumentState();
  const receive = (update: Uint8Array, userId: string, isReturn = false) => {
    const verdict = inspectUpdate(document, state, { update, userId, isReturn }, COLLAB_DEFAULTS);
    if (verdict.behind !== null) return verdict.behind;
    for (const client of verdict.newClients) state.owners.set(client, userId);
    Y.applyUpdate(document, update);
    return "applied";
  };
  const tab = (userId: string) => {
    const own = new Y.Doc();
    Y.applyUpdate(own, Y.encodeStateAsUpdate(document));
    const answers: string[] = [];
    own.on("update", (update: Uint8Array) => answers.push(receive(update, userId)));
    return { own, fragment: own.getXmlFragment(TEXT_FRAGMENT), answers };
  };
  const victim = tab("victim");
  const text = new Y.XmlText();
  const paragraph = new Y.XmlElement("paragraph");
  victim.fragment.insert(0, [paragraph]);
  paragraph.insert(0, [text]);
  for (let i = 0; i < 50; i++) text.insert(i, "a");
  return { document, state, receive, tab, victim };
}

test("ordinary typing is accepted", () => {
  const { victim, document } = scene();
  expect(new Set(victim.answers)).toEqual(new Set(["applied"]));
  expect(document.getXmlFragment(TEXT_FRAGMENT).toString()).toBe(`<paragraph>${"a".repeat(50)}</paragraph>`);
});

test("text under another person's client id isn't accepted: the log can have it, or no one has", () => {
  const { document, receive, victim } = scene();
  const forged = craftStruct(victim.own.clientID, Y.getState(document.store, victim.own.clientID), 1);
  expect(receive(forged, "mallory")).toBe("owner");
});

test("a client id that has text but no known owner is looked up, not assigned", () => {
  const { document, state, receive, victim } = scene();
  state.owners.clear();
  const forged = craftStruct(victim.own.clientID, Y.getState(document.store, victim.own.clientID), 1);
  expect(receive(forged, "mallory")).toBe("owner");
});

test("updates with gaps are rejected", () => {
  const { document, receive } = scene();
  for (let client = 1000; client < 1100; client++) expect(receive(craftStruct(client, 5, 1), "mallory")).toBe("edit");
  expect(receive(craftDeletion(77, 0, 2 ** 40), "mallory")).toBe("edit");
  expect(document.store.pendingStructs).toBe(null);
  expect(document.store.pendingDs).toBe(null);
});

test("text next to missing text, or next to itself only, is rejected", () => {
  const { document, receive, victim } = scene();
  const there: [number, number] = [victim.own.clientID, 5];
  expect(receive(craftPair([4711, 3], there), "mallory")).toBe("edit");
  expect(receive(craftPair([500, 0], [501, 0]), "mallory")).toBe("edit");
  expect(document.store.pendingStructs).toBe(null);
  expect(receive(craftPair([500, 0], there), "mallory")).toBe("applied");
  expect(document.store.pendingStructs).toBe(null);
});

test.each([
  ["a length that nobody can have typed", craftStruct(77, 0, 1e9)],
  ["a clock beyond its range", craftStruct(77, 0, 2 ** 32)],
  ["garbage", Uint8Array.from({ length: 40 }, (_, i) => (i * 7) & 255)],
  ["nothing", new Uint8Array()],
  ["a number of structs that is not there", Uint8Array.from([1, 255, 255, 255, 255, 7, 7, 0])],
])("%s is rejected", (_what, update) => {
  const { receive } = scene();
  expect(() => receive(update, "mallory")).toThrow(Refusal);
});

test("a truncated update is rejected", () => {
  const { victim, receive } = scene();
  const whole = Y.encodeStateAsUpdate(victim.own);
  expect(() => receive(whole.slice(0, -3), "mallory")).toThrow(refusal("malformed update"));
});

const insert = (change: (fragment: Y.XmlFragment, own: Y.Doc) => void) => () => {
  const { tab } = scene();
  const mallory = tab("mallory");
  change(mallory.fragment, mallory.own);
};

test.each([
  ["an unknown node", insert((fragment) => fragment.insert(0, [new Y.XmlElement("iframe")])), "unknown node iframe"],
  [
    "a list item outside of a list",
    insert((fragment) => fragment.insert(0, [new Y.XmlElement("listItem")])),
    "misplaced in doc",
  ],
  ["another part of the document", insert((_fragment, own) => own.getArray("notes").insert(0, [1])), "unknown part"],
  [
    "an unknown mark",
    insert((fragment) => {
      const paragraph = fragment.get(0);
      const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
      if (text instanceof Y.XmlText) text.format(0, 3, { blink: {} });
    }),
    "unknown mark blink",
  ],
  [
    "a nested map",
    insert((fragment) => (fragment.get(0) as Y.XmlElement).setAttribute("id", new Y.Map() as never)),
    "unknown type",
  ],
])("%s is rejected", (_what, act, reason) => {
  expect(act).toThrow(refusal(reason));
});

test("the marks of several comments on the same words are accepted", () => {
  const { tab } = scene();
  const ben = tab("ben");
  const text = (ben.fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText;
  text.format(0, 5, { "comment--a1B2c3D4": { threadId: "t1" } });
  text.format(2, 5, { "comment--Zz+/9900": { threadId: "t2" }, bold: {} });
  expect(ben.answers).toEqual(["applied", "applied"]);
});

test("a tab that was offline sends all it wrote, although others wrote in the meantime", () => {
  const { document, receive, victim } = scene();
  const ben = new Y.Doc();
  Y.applyUpdate(ben, Y.encodeStateAsUpdate(document));
  const before = Y.encodeStateVector(document);
  const text = (ben.getXmlFragment(TEXT_FRAGMENT).get(0) as Y.XmlElement).get(0) as Y.XmlText;
  for (let i = 0; i < 100; i++) text.insert(0, "b");
  text.delete(60, 20);
  ((victim.fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, "meanwhile ");
  expect(receive(Y.encodeStateAsUpdate(ben, before), "ben", true)).toBe("applied");
  expect(document.getXmlFragment(TEXT_FRAGMENT).toString()).toContain("meanwhile");
});

const nest = (fragment: Y.XmlFragment, levels: number) => {
  let parent = fragment;
  for (let i = 0; i < levels; i++) {
    const child = new Y.XmlElement("blockquote");
    parent.insert(0, [child]);
    parent = child;
  }
  return parent;
};

test("elements nested without end are rejected, at once or level by level", () => {
  const { tab } = scene();
  expect(() => {
    const mallory = tab("mallory");
    mallory.own.transact(() => nest(mallory.fragment, 20_000));
  }).toThrow(refusal("nested too deep"));
  expect(() => nest(tab("mallory").fragment, 150)).toThrow(refusal("nested too deep"));
  const ana = tab("ana");
  const innermost = ana.own.transact(() => nest(ana.fragment, 40));
  for (let i = 0; i < 40; i++) innermost.insert(i, [new Y.XmlElement("paragraph")]);
  expect(new Set(ana.answers)).toEqual(new Set(["applied"]));
});

test("a document at its limit accepts no more, except deletions", () => {
  const document = new Y.Doc();
  const fragment = document.getXmlFragment(TEXT_FRAGMENT);
  const text = new Y.XmlText();
  fragment.insert(0, [text]);
  text.insert(0, "x".repeat(9_000));
  const state = new DocumentState();
  state.bytes = 9_900;
  state.owners.set(document.clientID, "ana");
  const limits = { ...COLLAB_DEFAULTS, documentBytes: 10_000 };
  const tab = new Y.Doc();
  Y.applyUpdate(tab, Y.encodeStateAsUpdate(document));
  const inspect = (change: (own: Y.XmlText) => void) => {
    let update: Uint8Array = new Uint8Array();
    tab.once("update", (bytes: Uint8Array) => {
      update = bytes;
    });
    change(tab.getXmlFragment(TEXT_FRAGMENT).get(0) as Y.XmlText);
    const verdict = inspectUpdate(document, state, { update, userId: "ben", isReturn: false }, limits);
    Y.applyUpdate(document, update);
    state.owners.set(tab.clientID, "ben");
    return verdict;
  };
  expect(inspect((own) => own.insert(0, "fits")).behind).toBe(null);
  expect(inspect((own) => own.delete(10, 20)).behind).toBe(null);
  expect(() => inspect((own) => own.insert(0, "y".repeat(2_000)))).toThrow(refusal("document full"));
});

test("chips inside the text are accepted if their node allows them", () => {
  const { tab } = scene();
  const { fragment, answers } = tab("mallory");
  const line = fragment.get(0);
  const words = line instanceof Y.XmlElement ? line.get(0) : undefined;
  if (!(words instanceof Y.XmlText)) throw new Error("no text");
  words.insertEmbed(3, { type: "eventChip", attrs: { eventId: "e1" } });
  words.insertEmbed(5, { type: "hardBreak", attrs: {} });
  words.insertEmbed(5, { type: "hardBreak" });
  expect(answers).toEqual(["applied", "applied", "applied"]);
});

test.each<[string, unknown, string]>([
  ["an unknown node", { type: "planet", attrs: {} }, "unknown embed planet"],
  ["a block", { type: "paragraph", attrs: {} }, "unknown embed paragraph"],
  ["text", { type: "text", attrs: {} }, "unknown embed text"],
  [
    "a chip with a value that its node does not allow",
    { type: "recordChip", attrs: { noun: "planet" } },
    "unknown recordChip in the text",
  ],
  ["a chip with a number for a name", { type: "eventChip", attrs: { eventId: 7 } }, "unknown eventChip in the text"],
  ["a list", [], "unknown embed undefined"],
  ["attributes that are a word", { type: "eventChip", attrs: "e1" }, "unknown embed eventChip"],
])("inside the text is rejected: %s", (_what, embed, reason) => {
  const { receive, document } = scene();
  const own = new Y.Doc();
  Y.applyUpdate(own, Y.encodeStateAsUpdate(document));
  const line = own.getXmlFragment(TEXT_FRAGMENT).get(0);
  const words = line instanceof Y.XmlElement ? line.get(0) : undefined;
  if (!(words instanceof Y.XmlText)) throw new Error("no text");
  const updates: Uint8Array[] = [];
  own.on("update", (update: Uint8Array) => updates.push(update));
  words.insertEmbed(3, embed as object);
  expect(() => receive(updates[0] ?? new Uint8Array(), "mallory")).toThrow(refusal(reason));
});

test("a document accepts no more nodes than a reader can process at once, and deleted ones make room", () => {
  const { document, receive } = scene();
  const changed = (change: (fragment: Y.XmlFragment) => void) => {
    const own = new Y.Doc();
    Y.applyUpdate(own, Y.encodeStateAsUpdate(document));
    const before = Y.encodeStateVector(own);
    change(own.getXmlFragment(TEXT_FRAGMENT));
    return Y.encodeStateAsUpdate(own, before);
  };
  const insert = (count: number) =>
    changed((fragment) =>
      fragment.insert(
        0,
        Array.from({ length: count }, () => new Y.XmlElement("paragraph")),
      ),
    );
  expect(() => receive(insert(210_000), "mallory", true)).toThrow(Refusal);
  const { documentNodes } = COLLAB_DEFAULTS;
  expect(receive(insert(documentNodes - 100), "mallory", true)).toBe("applied");
  expect(() => receive(insert(200), "mallory", true)).toThrow(refusal("document full"));
  expect(
    receive(
      changed((fragment) => fragment.delete(0, 1000)),
      "mallory",
      true,
    ),
  ).toBe("applied");
  expect(receive(insert(200), "mallory", true)).toBe("applied");
});
