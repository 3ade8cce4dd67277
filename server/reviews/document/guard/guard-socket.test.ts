import { expect, test } from "vitest";
import * as Y from "yjs";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { CLOSE } from "#lib/document/socket-protocol.ts";
import { readDocument } from "../log/read-document.ts";
import { craftStruct, updateFrame } from "../testing/craft-update.ts";
import { serverFixture } from "../testing/server-fixture.ts";
import { TestClient, until } from "../testing/test-client.ts";
import { startTestServer } from "../testing/test-server.ts";

const fixture = serverFixture();

const clockOf = (client: TestClient) => Y.getState(client.document.store, client.document.clientID);

/** Messages that someone with their own client could send. */
const ATTACKS: [name: string, code: number, update: (victim: TestClient) => Uint8Array][] = [
  [
    "words under another's client id",
    CLOSE.refused,
    (victim) => craftStruct(victim.document.clientID, clockOf(victim), 1),
  ],
  ["a gap", CLOSE.outOfStep, () => craftStruct(4711, 5, 1)],
  ["garbage", CLOSE.refused, () => Uint8Array.from({ length: 40 }, (_, i) => (i * 7) & 255)],
  [
    "an unknown node",
    CLOSE.refused,
    (victim) => {
      const own = new Y.Doc();
      Y.applyUpdate(own, Y.encodeStateAsUpdate(victim.document));
      const before = Y.encodeStateVector(own);
      own.getXmlFragment(TEXT_FRAGMENT).insert(0, [new Y.XmlElement("iframe")]);
      return Y.encodeStateAsUpdate(own, before);
    },
  ],
];

test.each(ATTACKS)("%s closes that socket, and harms no one else", async (_name, code, update) => {
  const { server, open, database } = fixture;
  const documentId = await server.addDocument();
  const mallory = server.addPerson("Mallory");
  const victim = open(documentId, server.addPerson("Ana").userId);
  const attacker = open(documentId, mallory.userId);
  await Promise.all([victim.loaded(), attacker.loaded()]);
  victim.type("before ");
  await victim.saved();
  attacker.connection.provider.configuration.websocketProvider.send(updateFrame(documentId, update(victim)));
  await until("the attacker's socket is closed", () => attacker.closeCodes.length > 0);
  expect(attacker.closeCodes[0]).toBe(code);
  victim.type("and after");
  await victim.saved();
  const read = await readDocument(database.pool, documentId);
  expect(JSON.stringify(read?.json)).toContain("before and after");
  const { rows } = await database.pool.query("SELECT 1 FROM document_update WHERE document_id = $1 AND user_id = $2", [
    documentId,
    mallory.userId,
  ]);
  expect(rows).toEqual([]);
});

test("everyone who has a text open is told from 80% on, until there is room again, and what no longer fits is kept", async () => {
  const server = await startTestServer(fixture.database.pool, { settings: { documentBytes: 60_000 } });
  const clients: TestClient[] = [];
  const open = async (name: string) => {
    const { userId } = server.addPerson(name);
    const client = new TestClient({ origin: server.origin, documentId, userId });
    clients.push(client);
    await client.loaded();
    return client;
  };
  const roomOf = ({ connection }: TestClient) => connection.status().room;
  const documentId = await server.addDocument();
  const [ana, ben] = [await open("Ana"), await open("Ben")];
  ana.type("a".repeat(40_000));
  await ana.saved();
  ben.type("b".repeat(9_000));
  for (const one of [ana, ben]) await until("both are told", () => roomOf(one)?.of === "bytes");
  expect(roomOf(ana)).toMatchObject({ percent: 82 });
  const late = await open("Late");
  await until("who comes later is told", () => roomOf(late)?.percent === 82);
  const paragraph = ana.document.getXmlFragment(TEXT_FRAGMENT).get(1) as Y.XmlElement;
  (paragraph.get(0) as Y.XmlText).delete(0, 30_000);
  for (const one of [ana, ben, late]) await until("there is room again", () => roomOf(one) === null);
  ben.type("c".repeat(45_000));
  await until("it no longer fits", () => ben.connection.status().ended === "document_full");
  expect(ben.connection.status()).toMatchObject({ save: "rejected", unsavedEdits: 1 });
  expect(Buffer.concat(ben.connection.unsentUpdates()).toString()).toContain("c".repeat(45_000));
  expect(ana.text()).not.toContain("c".repeat(20));
  for (const client of clients) client.destroy();
  await server.close();
});
