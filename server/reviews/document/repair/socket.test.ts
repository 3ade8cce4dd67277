import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { Device } from "#lib/document/testing/device.ts";
import { wordsOf } from "#lib/document/testing/writer.ts";
import type { TestDatabase } from "#server/testing/test-database.ts";
import { appendUpdates } from "../log/append.ts";
import { appendRepair } from "../log/append-edit.ts";
import { COMPACT_DEFAULTS } from "../log/compact.ts";
import { LOOK_BACK, loadUpdates } from "../log/load.ts";
import { readDocument } from "../log/read-document.ts";
import { serverFixture } from "../testing/server-fixture.ts";
import { TestClient, until } from "../testing/test-client.ts";
import { startTestServer } from "../testing/test-server.ts";
import { FIRST_REPAIRER } from "./change.ts";

const fixture = serverFixture({ settings: { pollMs: 100 } });
const WORDS = "alpha bravo charlie";

const lineOf = (client: TestClient, index = 1) => {
  const line = client.document.getXmlFragment(TEXT_FRAGMENT).get(index);
  const text = line instanceof Y.XmlElement ? line.get(0) : null;
  if (!(line instanceof Y.XmlElement) || !(text instanceof Y.XmlText)) throw new Error("no line");
  return { line, text };
};

/** Presses Enter after so many letters of the line. */
function enter(client: TestClient, at: number): void {
  const { text } = lineOf(client);
  const tail = text.toString().slice(at);
  client.document.transact(() => {
    text.delete(at, tail.length);
    const next = new Y.XmlElement("paragraph");
    next.insert(0, [new Y.XmlText(tail)]);
    client.document.getXmlFragment(TEXT_FRAGMENT).insert(2, [next]);
  });
}

/** Rows that no reader sees: each writes in a list of its own. */
async function fillLog(pool: TestDatabase["pool"], documentId: string, rows: number): Promise<void> {
  const document = new Y.Doc();
  const updates: Uint8Array[] = [];
  document.on("update", (update: Uint8Array) => updates.push(update));
  for (let row = 0; row < rows; row++) document.getArray("rows").push([row]);
  await appendUpdates(
    pool,
    updates.map((update) => ({
      ...{ documentId, update, userId: null, sessionId: null },
      newClients: [document.clientID],
    })),
  );
}

const committed = async (documentId: string) => {
  const read = await readDocument(fixture.database.pool, documentId);
  return wordsOf(read?.json ?? { type: "doc" }).split("\n");
};
const whole = async (documentId: string) => (await committed(documentId)).join("").replace("Summary", "");

async function two() {
  const { server, open } = fixture;
  const documentId = await server.addDocument();
  const ana = open(documentId, server.addPerson("Ana").userId);
  const ben = open(documentId, server.addPerson("Ben").userId);
  await Promise.all([ana.loaded(), ben.loaded()]);
  ana.type(WORDS);
  await ben.sees(WORDS);
  return { documentId, ana, ben };
}

/** Everything is committed, the line is complete, and both see it so. */
const settled = async (documentId: string, ana: TestClient, ben: TestClient, words = WORDS) => {
  await Promise.all([ana.saved(), ben.saved()]);
  await until("the line is whole", async () => (await whole(documentId)) === words);
  await until("both show what is committed", async () => {
    const lines = (await committed(documentId)).join("\n");
    return [ana, ben].every((one) => wordsOf(JSON.parse(one.text())) === lines);
  });
};

describe("two people press Enter in one line before either has seen the other", () => {
  test("its end is there once, and the repair is in the log under no one's name", async () => {
    const { documentId, ana, ben } = await two();
    enter(ana, 6);
    enter(ben, 12);
    await settled(documentId, ana, ben);
    const { rows } = await fixture.database.pool.query(
      "SELECT user_id FROM document_update WHERE document_id = $1 ORDER BY seq",
      [documentId],
    );
    expect(rows.at(-1)?.user_id).toBe(null);
    expect(rows.filter((row) => row.user_id === null)).toHaveLength(1);
  });

  test("even if one of them was offline for a while", async () => {
    const { documentId, ana, ben } = await two();
    ben.cut();
    await until("Ben is offline", () => ben.save === "offline");
    enter(ben, 12);
    enter(ana, 6);
    await settled(documentId, ana, ben);
  });

  test("even if they are connected to two processes", async () => {
    const { server, open, database } = fixture;
    const other = await startTestServer(database.pool, { settings: { pollMs: 100 } });
    const documentId = await server.addDocument();
    const ana = open(documentId, server.addPerson("Ana").userId);
    const ben = new TestClient({ origin: other.origin, documentId, userId: other.addPerson("Ben").userId });
    try {
      await Promise.all([ana.loaded(), ben.loaded()]);
      ana.type(WORDS);
      await ben.sees(WORDS);
      enter(ana, 6);
      enter(ben, 12);
      await settled(documentId, ana, ben);
    } finally {
      ben.destroy();
      await other.close();
    }
  });
});

test("a line is joined while someone types in it: their letters are where the line is now", async () => {
  const { documentId, ana, ben } = await two();
  enter(ana, 6);
  await until("Ben has both lines", () => ben.document.getXmlFragment(TEXT_FRAGMENT).length === 3);
  lineOf(ben, 2).text.insert(5, "!");
  ana.document.transact(() => {
    lineOf(ana).text.insert(6, "bravo charlie");
    ana.document.getXmlFragment(TEXT_FRAGMENT).delete(2, 1);
  });
  await settled(documentId, ana, ben, "alpha bravo! charlie");
});

test("someone who has seen the Enter and writes at the end of the first line stays there", async () => {
  const { documentId, ana, ben } = await two();
  enter(ana, 6);
  await until("Ben has both lines", () => ben.document.getXmlFragment(TEXT_FRAGMENT).length === 3);
  lineOf(ben).text.insert(6, "more ");
  await settled(documentId, ana, ben, "alpha more bravo charlie");
  expect(await committed(documentId)).toEqual(["Summary", "alpha more ", "bravo charlie"]);
});

test("one row is repaired once, no matter who tries again", async () => {
  const { documentId } = await two();
  const { pool } = fixture.database;
  const document = new Y.Doc();
  document.getXmlFragment(TEXT_FRAGMENT).insert(0, [new Y.XmlElement("paragraph")]);
  const repair = { seq: 1, update: Y.encodeStateAsUpdate(document), clientId: FIRST_REPAIRER + 1 };
  const both = await Promise.all([
    appendRepair(pool, documentId, repair, 1000),
    appendRepair(pool, documentId, repair, 1000),
  ]);
  expect(both.filter((appended) => appended === null)).toHaveLength(1);
});

test("letters that a closed tab left follow their line when a colleague has split it", async () => {
  const { server, open } = fixture;
  const documentId = await server.addDocument();
  const [ana, ben] = [server.addPerson("Ana"), server.addPerson("Ben")];
  const device = new Device();
  const gone = open(documentId, ana.userId, { store: device.store() });
  const his = open(documentId, ben.userId);
  await Promise.all([gone.loaded(), his.loaded()]);
  gone.type(WORDS);
  await his.sees(WORDS);
  await gone.saved();
  server.collab.closeUser(ana.userId);
  await until("Ana is offline", () => gone.connection.status().ended !== null);
  lineOf(gone).text.insert(15, "LETTERS");
  await until("her device has it", () => gone.connection.status().keptEdits === 1);
  gone.destroy();
  enter(his, 6);
  await his.saved();
  const next = open(documentId, ana.userId, { store: device.store() });
  const words = `${WORDS.slice(0, 15)}LETTERS${WORDS.slice(15)}`;
  await next.sees("LETTERS");
  await settled(documentId, next, his, words);
  expect(await committed(documentId)).toEqual(["Summary", words.slice(0, 6), words.slice(6)]);
});

test("they do so even if the text was closed and compacted before that tab returns", async () => {
  const { server, open, database } = fixture;
  const documentId = await server.addDocument();
  await fillLog(database.pool, documentId, COMPACT_DEFAULTS.tailRows);
  const [ana, ben] = [server.addPerson("Ana"), server.addPerson("Ben")];
  const device = new Device();
  const gone = open(documentId, ana.userId, { store: device.store() });
  const his = open(documentId, ben.userId);
  await Promise.all([gone.loaded(), his.loaded()]);
  gone.type(WORDS);
  await his.sees(WORDS);
  await gone.saved();
  server.collab.closeUser(ana.userId);
  await until("Ana is offline", () => gone.connection.status().ended !== null);
  lineOf(gone).text.insert(15, "LETTERS");
  await until("her device has it", () => gone.connection.status().keptEdits === 1);
  gone.destroy();
  enter(his, 6);
  await his.saved();
  his.destroy();
  await until("the text is compacted", async () => {
    const loaded = await loadUpdates(database.pool, documentId);
    return loaded?.tailRows === LOOK_BACK;
  });
  const next = open(documentId, ana.userId, { store: device.store() });
  const again = open(documentId, ben.userId);
  const words = `${WORDS.slice(0, 15)}LETTERS${WORDS.slice(15)}`;
  await next.sees("LETTERS");
  await settled(documentId, next, again, words);
  expect(await committed(documentId)).toEqual(["Summary", words.slice(0, 6), words.slice(6)]);
});
