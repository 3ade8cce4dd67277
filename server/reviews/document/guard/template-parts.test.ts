import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import type { DocumentJson } from "#lib/document/document-json.ts";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { CLOSE } from "#lib/document/socket-protocol.ts";
import { readDocument } from "../log/read-document.ts";
import { updateFrame } from "../testing/craft-update.ts";
import { serverFixture } from "../testing/server-fixture.ts";
import { type TestClient, until } from "../testing/test-client.ts";

const fixture = serverFixture();
const heading = (key: string) => ({
  type: "heading",
  attrs: { level: 2, sectionKey: key },
  content: [{ type: "text", text: key }],
});
const TEMPLATE: DocumentJson = {
  type: "doc",
  content: [
    heading("summary"),
    { type: "paragraph", content: [{ type: "text", text: "some words" }] },
    { type: "heading", attrs: { level: 3 }, content: [{ type: "text", text: "mine" }] },
    heading("impact"),
    { type: "liveBlock", attrs: { kind: "timeline" } },
    { type: "paragraph" },
  ],
};

const partsOf = async (documentId: string) => {
  const { content = [] } = (await readDocument(fixture.database.pool, documentId))?.json ?? {};
  return content.flatMap(({ attrs }) => attrs?.sectionKey ?? attrs?.kind ?? []);
};

/** Sends an edit as a program without our guard does, over a signed-in socket. */
async function sendUnguarded(client: TestClient, documentId: string, change: (fragment: Y.XmlFragment) => void) {
  const own = new Y.Doc();
  Y.applyUpdate(own, Y.encodeStateAsUpdate(client.document));
  const updates: Uint8Array[] = [];
  own.on("update", (update: Uint8Array) => updates.push(update));
  own.transact(() => change(own.getXmlFragment(TEXT_FRAGMENT)));
  const socket = client.connection.provider.configuration.websocketProvider;
  for (const update of updates) socket.send(updateFrame(documentId, update));
}

const open = async () => {
  const documentId = await fixture.server.addDocument(TEMPLATE);
  const ana = fixture.open(documentId, fixture.server.addPerson("Ana").userId);
  await ana.loaded();
  return { documentId, ana, fragment: ana.document.getXmlFragment(TEXT_FRAGMENT) };
};

const copyOf = (element: unknown): Y.XmlElement => {
  if (!(element instanceof Y.XmlElement)) throw new Error("no element");
  return element.clone() as Y.XmlElement;
};

describe("a program without our guard", () => {
  test.each<[string, (fragment: Y.XmlFragment) => void]>([
    ["a section's heading", (fragment) => fragment.delete(0, 1)],
    ["a live block", (fragment) => fragment.delete(4, 1)],
    ["everything", (fragment) => fragment.delete(0, fragment.length)],
    [
      "what makes a heading one of the template",
      (fragment) => (fragment.get(0) as Y.XmlElement).removeAttribute("sectionKey"),
    ],
    ["what a live block shows", (fragment) => (fragment.get(4) as Y.XmlElement).setAttribute("kind", "actions")],
  ])("cannot delete %s", async (_what, change) => {
    const { documentId, ana } = await open();
    await sendUnguarded(ana, documentId, change);
    await until("the socket is closed", () => ana.closeCodes.length > 0);
    expect(ana.closeCodes[0]).toBe(CLOSE.refused);
    expect(await partsOf(documentId)).toEqual(["summary", "impact", "timeline"]);
  });

  test.each<[string, (fragment: Y.XmlFragment) => void]>([
    ["text, and headings of one's own", (fragment) => fragment.delete(1, 2)],
    [
      "the words of a section's heading",
      (fragment) => ((fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText).delete(0, 3),
    ],
    [
      "a section's heading that it puts elsewhere",
      (fragment) => {
        const copy = copyOf(fragment.get(0));
        fragment.delete(0, 1);
        fragment.insert(2, [copy]);
      },
    ],
  ])("can delete %s", async (_what, change) => {
    const { documentId, ana } = await open();
    const before = fixture.server.collab.stats().log.rows;
    await sendUnguarded(ana, documentId, change);
    await until("it is committed", () => fixture.server.collab.stats().log.rows > before);
    expect(ana.closeCodes).toEqual([]);
    expect((await partsOf(documentId)).toSorted()).toEqual(["impact", "summary", "timeline"]);
  });
});

describe("a tab whose editor has asked", () => {
  test("removes a part, and one undo restores it", async () => {
    const { documentId, ana, fragment } = await open();
    const undo = new Y.UndoManager(fragment);
    fragment.delete(3, 2);
    await ana.saved();
    expect(await partsOf(documentId)).toEqual(["summary"]);
    undo.undo();
    await ana.saved();
    expect(await partsOf(documentId)).toEqual(["summary", "impact", "timeline"]);
    undo.redo();
    await ana.saved();
    expect(await partsOf(documentId)).toEqual(["summary"]);
    expect(ana.closeCodes).toEqual([]);
  });

  test("even while it has no connection", async () => {
    const { documentId, ana, fragment } = await open();
    ana.cut();
    await until("offline", () => ana.save === "offline");
    fragment.delete(4, 1);
    await ana.saved();
    expect(await partsOf(documentId)).toEqual(["summary", "impact"]);
  });
});
