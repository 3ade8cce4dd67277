import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from "lib0/encoding";
import { expect, test } from "vitest";
import WebSocket from "ws";
import * as Y from "yjs";
import { readFrame } from "#lib/document/frame.ts";
import { SCHEMA_VERSION, TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { CLOSE, socketUrl } from "#lib/document/socket-protocol.ts";
import { appendEdit } from "./log/append-edit.ts";
import { readDocument } from "./log/read-document.ts";
import { serverFixture } from "./testing/server-fixture.ts";
import { TestClient, until } from "./testing/test-client.ts";
import { startTestServer } from "./testing/test-server.ts";

const fixture = serverFixture({ settings: { retryMs: 300, frameBytes: 200_000, updateBytes: 50_000 } });

async function pair() {
  const { server, open } = fixture;
  const documentId = await server.addDocument();
  const ana = open(documentId, server.addPerson("Ana").userId);
  const ben = open(documentId, server.addPerson("Ben").userId);
  await Promise.all([ana.loaded(), ben.loaded()]);
  return { documentId, ana, ben };
}

const committedText = async (documentId: string) =>
  JSON.stringify((await readDocument(fixture.database.pool, documentId))?.json);

test("two people see each other's words, and saved words are in the database", async () => {
  const { documentId, ana, ben } = await pair();
  ana.type("hello ");
  expect(ana.save).toBe("saving");
  await ana.saved();
  await ben.sees("hello");
  ben.type("there");
  await ben.saved();
  await ana.sees("there");
  expect(await committedText(documentId)).toContain("hello there");
  const { rows } = await fixture.database.pool.query(
    "SELECT seq::int, user_id, session_id FROM document_update WHERE document_id = $1 ORDER BY seq",
    [documentId],
  );
  expect(rows.map((row) => row.seq)).toEqual([1, 2]);
  const [anaRow] = rows;
  expect(fixture.server.people.get(anaRow.user_id)).toMatchObject({ name: "Ana", sessionId: anaRow.session_id });
});

test("an edit is neither acknowledged nor shown to others before it is committed", async () => {
  const { documentId, ana, ben } = await pair();
  const release = await fixture.holdAppends(documentId);
  ana.type("not yet");
  await sleep(200);
  expect(ana.save).toBe("saving");
  expect(ben.text()).not.toContain("not yet");
  expect(await committedText(documentId)).not.toContain("not yet");
  await release();
  await ana.saved();
  await ben.sees("not yet");
  expect(await committedText(documentId)).toContain("not yet");
});

test("a rejected append closes the socket, and the edit is saved when the database accepts it again", async () => {
  const { documentId, ana, ben } = await pair();
  const { pool } = fixture.database;
  await pool.query(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'disk full'; END $$`);
  await pool.query("CREATE TRIGGER refuse BEFORE INSERT ON document_update FOR EACH ROW EXECUTE FUNCTION refuse()");
  ana.type("kept in the tab");
  await until("the socket is closed", () => ana.closeCodes.includes(CLOSE.notSaved));
  expect(ana.save).not.toBe("saved");
  expect(ana.connection.status().unsavedEdits).toBe(1);
  expect(ben.text()).not.toContain("kept in the tab");
  await pool.query("DROP FUNCTION refuse CASCADE");
  await ana.saved();
  await ben.sees("kept in the tab");
  expect(await committedText(documentId)).toContain("kept in the tab");
  const { rows } = await pool.query(
    "SELECT count(*)::int AS n FROM document_client WHERE document_id = $1 AND user_id IS NOT NULL",
    [documentId],
  );
  expect(rows[0].n).toBe(1);
});

test("a full disk is said to save nothing, keeps the letters through every attempt, and is over once there is room", async () => {
  const { documentId, ana, ben } = await pair();
  const { pool } = fixture.database;
  await pool.query(`CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE 'could not extend file "base/1/2": No space left on device' USING ERRCODE = '53100'; END $$`);
  await pool.query("CREATE TRIGGER no_room BEFORE INSERT ON document_update FOR EACH ROW EXECUTE FUNCTION no_room()");
  ana.type("kept ");
  const attempts = () => ana.closeCodes.filter((code) => code === CLOSE.notSaved).length;
  await until("two attempts have failed", () => attempts() > 1);
  ana.type("in the tab");
  expect(ana.connection.status()).toMatchObject({ save: "offline", unsavedEdits: 2, ended: null });
  expect(ana.text()).toContain("kept in the tab");
  expect(ben.text()).not.toContain("kept");
  expect(await committedText(documentId)).not.toContain("kept");
  await pool.query("DROP FUNCTION no_room CASCADE");
  await ana.saved();
  await ben.sees("kept in the tab");
  expect(ana.connection.status()).toMatchObject({ save: "saved", unsavedEdits: 0 });
  expect(await committedText(documentId)).toContain("kept in the tab");
});

test("text written without a network arrives when it is back", async () => {
  const { documentId, ana, ben } = await pair();
  ana.type("before ");
  await ana.saved();
  ana.cut();
  await until("Ana is offline", () => ana.save === "offline");
  for (const word of ["one ", "two ", "three"]) ana.type(word);
  expect(ana.connection.status()).toMatchObject({ save: "offline", unsavedEdits: 3 });
  ben.type(" meanwhile");
  await ana.saved();
  await ben.sees("one two three");
  await ana.sees("meanwhile");
  expect(await committedText(documentId)).toContain("one two three");
});

test("text typed right before leaving arrives, although no one waits for it", async () => {
  const { documentId, ana, ben } = await pair();
  const release = await fixture.holdAppends(documentId);
  for (const word of ["last ", "words ", "before ", "leaving"]) ana.type(word);
  ana.destroy();
  await sleep(100);
  await release();
  await ben.sees("last words before leaving");
  expect(await committedText(documentId)).toContain("last words before leaving");
});

test("typing across many lost connections loses no word", async () => {
  const { documentId, ana, ben } = await pair();
  for (let i = 0; i < 60; i++) {
    ana.type(`w${i} `);
    if (i % 7 === 3) ana.cut();
    await sleep(8);
  }
  await ana.saved();
  await ben.sees("w59 ");
  const text = await committedText(documentId);
  for (let i = 0; i < 60; i++) expect(text).toContain(`w${i} `);
});

test("a frame over the limit ends the connection for good and is reported as rejected", async () => {
  const { ana, documentId } = await pair();
  ana.type("x".repeat(300_000));
  await until("the connection has ended", () => ana.connection.status().ended !== null);
  expect(ana.connection.status()).toMatchObject({ ended: "too_big", save: "rejected", unsavedEdits: 1 });
  await sleep(300);
  expect(ana.closeCodes).toEqual([CLOSE.tooBig]);
  expect(await committedText(documentId)).not.toContain("xxx");
});

test("an update over the limit is rejected by the guard in the same way", async () => {
  const { ana } = await pair();
  ana.type("x".repeat(60_000));
  await until("the connection has ended", () => ana.connection.status().ended !== null);
  expect(ana.connection.status()).toMatchObject({ ended: "too_big", save: "rejected" });
});

test("presence names the session's person, whatever the browser claims", async () => {
  const { ana, ben } = await pair();
  ana.connection.provider.setAwarenessField("user", { id: "boss", name: "The boss" });
  ana.connection.provider.setAwarenessField("secret", "x");
  ana.connection.provider.setAwarenessField("cursor", { anchor: 1, head: 1 });
  const seen = () => ben.connection.provider.awareness?.getStates().get(ana.document.clientID);
  await until("Ben sees Ana's cursor", () => seen()?.cursor != null);
  expect(seen()).toMatchObject({ user: { name: "Ana" }, cursor: { anchor: 1, head: 1 } });
  expect(seen()).not.toHaveProperty("secret");
});

test("a document that no one has open is read from the log again", async () => {
  const { documentId, ana, ben } = await pair();
  ana.type("still here");
  await ana.saved();
  ana.destroy();
  ben.destroy();
  await until("the document is unloaded", () => fixture.server.collab.stats().documents === 0, 15_000);
  const cleo = fixture.open(documentId, fixture.server.addPerson("Cleo").userId);
  await cleo.loaded();
  expect(cleo.text()).toContain("still here");
});

test("a row that is appended between the reading of a text and its opening is shown, without a message or a poll", async () => {
  const { pool } = fixture.database;
  const [read, admitted] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const watched = Object.create(pool, {
    query: {
      value: async (...asked: Parameters<typeof pool.query>) => {
        const answer = await pool.query(...asked);
        if (String(asked[0]).includes("FROM document_snapshot")) read.resolve();
        return answer;
      },
    },
  });
  const server = await startTestServer(watched, {
    settings: { pollMs: 60_000 },
    authenticate: async () => {
      await admitted.promise;
      return ana;
    },
  });
  const ana = server.addPerson("Ana");
  const documentId = await server.addDocument();
  const client = new TestClient({ origin: server.origin, documentId, userId: ana.userId });
  try {
    await read.promise;
    const elsewhere = (document: Y.Doc) => {
      const paragraph = new Y.XmlElement("paragraph");
      paragraph.insert(0, [new Y.XmlText("from elsewhere")]);
      document.getXmlFragment(TEXT_FRAGMENT).push([paragraph]);
    };
    await appendEdit(pool, documentId, elsewhere, { userId: null });
    admitted.resolve();
    await client.sees("from elsewhere");
  } finally {
    client.destroy();
    await server.close();
  }
});

test("access that ends while a tab introduces itself isn't granted by the answer from before", async () => {
  const { server } = fixture;
  const [documentId, ana] = [await server.addDocument(), server.addPerson("Ana")];
  const headers = { "x-user": ana.userId };
  const socket = new WebSocket(socketUrl(server.origin, documentId, SCHEMA_VERSION), { headers });
  const kinds: string[] = [];
  socket.on("message", (data: Buffer) => kinds.push(readFrame(new Uint8Array(data)).kind));
  await once(socket, "open"); // the server has decided
  server.people.delete(ana.userId);
  server.collab.closeUser(ana.userId);
  const closed = once(socket, "close");
  socket.send(introduction(documentId));
  expect((await closed)[0]).toBe(CLOSE.notFound);
  expect(kinds).not.toContain("step2");
});

test("the first reader of a text gets it once", async () => {
  const { server } = fixture;
  const [documentId, ana] = [await server.addDocument(), server.addPerson("Ana")];
  const words = (document: Y.Doc) => {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText("a sentence ".repeat(100))]);
    document.getXmlFragment(TEXT_FRAGMENT).push([paragraph]);
  };
  await appendEdit(fixture.database.pool, documentId, words, { userId: null });
  const headers = { "x-user": ana.userId };
  const socket = new WebSocket(socketUrl(server.origin, documentId, SCHEMA_VERSION), { headers });
  const whole: string[] = [];
  socket.on("message", (data: Buffer) => {
    if (data.length > 1000) whole.push(readFrame(new Uint8Array(data)).kind);
  });
  await once(socket, "open");
  socket.send(introduction(documentId));
  socket.send(question(documentId));
  await until("the text has arrived", () => whole.includes("step2"));
  socket.send(question(documentId)); // its answer comes after all that was sent before
  await until("the second answer has arrived", () => whole.lastIndexOf("step2") > 0);
  socket.terminate();
  expect(whole).toEqual(["step2", "step2"]);
});

/** The frame in which a tab asks for a document. */
function introduction(documentId: string): Uint8Array {
  const encoder = createEncoder();
  writeVarString(encoder, documentId);
  for (const number of [2, 0]) writeVarUint(encoder, number);
  for (const text of ["", "4.8.0"]) writeVarString(encoder, text);
  return toUint8Array(encoder);
}

/** The frame in which a tab that has nothing asks for the text. */
function question(documentId: string): Uint8Array {
  const encoder = createEncoder();
  writeVarString(encoder, documentId);
  for (const number of [0, 0, 1, 0]) writeVarUint(encoder, number);
  return toUint8Array(encoder);
}
