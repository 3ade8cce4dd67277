import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import WebSocket from "ws";
import * as Y from "yjs";
import { SCHEMA_VERSION, TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { CLOSE, socketUrl } from "#lib/document/socket-protocol.ts";
import { appendEdit } from "./log/append-edit.ts";
import { loadUpdates } from "./log/load.ts";
import { readDocument } from "./log/read-document.ts";
import { serverFixture } from "./testing/server-fixture.ts";
import { until } from "./testing/test-client.ts";

const fixture = serverFixture({ settings: { recheckMs: 150, socketsPerUser: 2, pollMs: 60_000, freshMs: 20 } });

const committedText = async (documentId: string) =>
  JSON.stringify((await readDocument(fixture.database.pool, documentId))?.json);

async function openAs(rights: { readOnly?: boolean; reviewId?: string } = {}) {
  const { server, open } = fixture;
  const documentId = await server.addDocument();
  const person = server.addPerson("Ana", rights);
  const client = open(documentId, person.userId);
  await client.loaded();
  return { documentId, person, client };
}

/** The server's response to an upgrade that it rejects: the HTTP status. */
function statusOfUpgrade(url: string, headers: Record<string, string> = {}): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { headers });
    socket.on("unexpected-response", (_request, response) => resolve(response.statusCode));
    socket.on("open", () => reject(new Error("the socket opened")));
    socket.on("error", () => undefined);
  });
}

test("frames that wait when access ends are not applied", async () => {
  const { documentId, person, client } = await openAs();
  const release = await fixture.holdAppends(documentId);
  for (const word of ["first ", "second ", "third ", "fourth "]) client.type(word);
  await fixture.appendWaits();
  fixture.server.collab.closeUser(person.userId);
  await release();
  await until("the connection has ended", () => client.connection.status().ended === "signed_out");
  await fixture.server.collab.settled();
  const text = await committedText(documentId);
  expect(text).toContain("first"); // was under way
  expect(text).not.toContain("second");
  expect(client.save).not.toBe("saved");
});

test("a review that is closed to someone ends their socket, and they can't reconnect", async () => {
  const reviewId = crypto.randomUUID();
  const { client, person, documentId } = await openAs({ reviewId });
  fixture.server.people.delete(person.userId);
  fixture.server.collab.closeReview(reviewId);
  await until("the connection has ended", () => client.connection.status().ended === "no_access");
  const again = fixture.open(documentId, person.userId);
  await until("the new connection has ended", () => again.connection.status().ended === "no_access");
  expect(again.connection.status().isLoaded).toBe(false);
});

test("a session that ends is reported as such, and a new attempt gets the same response", async () => {
  const { client, person, documentId } = await openAs();
  fixture.server.people.set(person.userId, "signed_out");
  await fixture.server.collab.recheck({ userId: person.userId });
  await until("the connection has ended", () => client.connection.status().ended === "signed_out");
  const again = fixture.open(documentId, person.userId);
  await until("the new connection has ended", () => again.connection.status().ended === "signed_out");
});

test("someone who signs in again continues, and what was typed after the end is saved", async () => {
  const { client, person, documentId } = await openAs();
  fixture.server.people.set(person.userId, "signed_out");
  await fixture.server.collab.recheck({ userId: person.userId });
  await until("the connection has ended", () => client.connection.status().ended === "signed_out");
  client.type("kept over the end");
  client.connection.signedInAgain();
  await until("it has ended again", () => client.connection.status().ended === "signed_out");
  fixture.server.people.set(person.userId, person);
  client.connection.signedInAgain();
  await client.saved();
  expect(client.connection.status()).toMatchObject({ ended: null, isReadOnly: false });
  expect(await committedText(documentId)).toContain("kept over the end");
});

test("losing write access takes effect on the open socket and is reported to the tab", async () => {
  const { client, person, documentId } = await openAs();
  client.type("mine");
  await client.saved();
  fixture.server.people.set(person.userId, { ...person, readOnly: true });
  await fixture.server.collab.recheck({ userId: person.userId });
  await until("the tab knows", () => client.connection.status().isReadOnly);
  client.type("forbidden");
  await until("the edit is rejected", () => client.save === "rejected");
  expect(await committedText(documentId)).not.toContain("forbidden");

  fixture.server.people.set(person.userId, person);
  await fixture.server.collab.recheck({ documentId });
  await client.saved();
  expect(client.connection.status().isReadOnly).toBe(false);
  expect(await committedText(documentId)).toContain("forbidden");
});

test("an edit that is being committed when write access ends is shown to the others as well", async () => {
  const { client, person, documentId } = await openAs();
  const ben = fixture.open(documentId, fixture.server.addPerson("Ben").userId);
  await ben.loaded();
  const release = await fixture.holdAppends(documentId);
  client.type("last words");
  await fixture.appendWaits();
  fixture.server.people.set(person.userId, { ...person, readOnly: true });
  await fixture.server.collab.recheck({ userId: person.userId });
  await release();
  await ben.sees("last words");
  expect(await committedText(documentId)).toContain("last words");
});

test("an edit that waits for those of another process isn't committed once write access has ended", async () => {
  const { pool } = fixture.database;
  const { client, person, documentId } = await openAs();
  const elsewhere = (document: Y.Doc) => {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText("from elsewhere")]);
    document.getXmlFragment(TEXT_FRAGMENT).push([paragraph]);
  };
  await appendEdit(pool, documentId, elsewhere, { userId: null });
  // The tab knows that edit from the other process, but the server of this one hasn't read it yet.
  const update = (await loadUpdates(pool, documentId))?.updates.at(-1);
  if (update) Y.applyUpdate(client.document, update, client.connection.provider);
  const holder = await pool.connect();
  await holder.query("BEGIN");
  await holder.query("LOCK TABLE document_client IN ACCESS EXCLUSIVE MODE");
  client.type(" too late");
  await until("the server reads the other edit", async () => {
    const { rows } = await holder.query(
      "SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'document_client'::regclass",
    );
    return rows.length > 0;
  });
  fixture.server.people.set(person.userId, { ...person, readOnly: true });
  await fixture.server.collab.recheck({ userId: person.userId });
  await holder.query("COMMIT");
  holder.release();
  await until("the edit is rejected", () => client.save === "rejected");
  await fixture.server.collab.settled();
  const text = await committedText(documentId);
  expect(text).toContain("from elsewhere");
  expect(text).not.toContain("too late");
});

test("a reader can read and not write", async () => {
  const { client, documentId } = await openAs({ readOnly: true });
  expect(client.connection.status().isReadOnly).toBe(true);
  client.type("no");
  await until("the edit is rejected", () => client.save === "rejected");
  expect(await committedText(documentId)).not.toContain('"no"');
});

test("an unannounced change takes effect at the next check", async () => {
  const { client, person } = await openAs();
  fixture.server.people.delete(person.userId);
  await until("the connection has ended", () => client.connection.status().ended === "no_access", 2_000);
});

test("a tab whose access ends without a message while its text is read gets nothing of it", async () => {
  const { server, database } = fixture;
  const documentId = await server.addDocument();
  const person = server.addPerson("Ana");
  const holder = await database.pool.connect();
  await holder.query("BEGIN");
  await holder.query("LOCK TABLE document_update IN ACCESS EXCLUSIVE MODE");
  const client = fixture.open(documentId, person.userId);
  await until("the person is let in", () => client.connection.provider.isAuthenticated);
  await sleep(30);
  server.people.delete(person.userId);
  await holder.query("COMMIT");
  holder.release();
  await until("the connection has ended", () => client.connection.status().ended === "no_access");
  expect(client.document.store.clients.size).toBe(0);
});

test("missing and forbidden documents get the same response", async () => {
  const stranger = fixture.open(await fixture.server.addDocument(), crypto.randomUUID());
  const lost = fixture.open(crypto.randomUUID(), fixture.server.addPerson("Ana").userId);
  await until("both have ended", () => [stranger, lost].every((one) => one.connection.status().ended !== null));
  for (const one of [stranger, lost])
    expect(one.connection.status()).toMatchObject({ ended: "no_access", isLoaded: false });
  expect(lost.closeCodes).toEqual(stranger.closeCodes);
});

test("a tab with another schema is rejected before it can delete anything", async () => {
  const { server, open } = fixture;
  const documentId = await server.addDocument();
  const client = open(documentId, server.addPerson("Ana").userId, { schemaVersion: SCHEMA_VERSION - 1 });
  await until("the connection has ended", () => client.connection.status().ended === "other_schema");
  await sleep(200);
  expect(client.closeCodes).toEqual([CLOSE.otherSchema]);
});

test("a tab with one person's text doesn't open in another person's session", async () => {
  const { server, open } = fixture;
  const documentId = await server.addDocument();
  const [ana, ben] = [server.addPerson("Ana"), server.addPerson("Ben")];
  const hers = open(documentId, ana.userId, { as: ana.userId });
  await hers.loaded();
  const other = open(documentId, ben.userId, { as: ana.userId });
  await until("the connection has ended", () => other.connection.status().ended === "signed_out");
  expect(other.connection.status().isLoaded).toBe(false);
});

test("an open tab learns when its review becomes restricted, and when it is opened to everyone", async () => {
  const { person, client } = await openAs();
  const { people, collab } = fixture.server;
  expect(client.connection.status().keeping).toBe("tab");
  people.set(person.userId, { ...person, restricted: true });
  await collab.recheck();
  await until("the tab knows", () => client.connection.status().keeping === "never");
  expect(client.connection.status().isReadOnly).toBe(false);
  people.set(person.userId, person);
  await collab.recheck();
  await until("the tab knows", () => client.connection.status().keeping === "tab");
});

test("a server that waits for its database still says that it is there", async () => {
  const { documentId, client } = await openAs();
  const release = await fixture.holdAppends(documentId);
  client.type("slow");
  await sleep(3000);
  expect(client.save).toBe("saving");
  await release();
  await client.saved();
});

test("other origins and other paths are rejected before a socket opens", async () => {
  const { server } = fixture;
  const documentId = await server.addDocument();
  const url = socketUrl(server.origin, documentId, SCHEMA_VERSION);
  expect(await statusOfUpgrade(url, { origin: "https://elsewhere.example" })).toBe(403);
  expect(await statusOfUpgrade(url.replace("/collab", "/collab/more"))).toBe(404);
});

test("one socket serves only the document that it was opened for", async () => {
  const { server, open } = fixture;
  const [first, second] = [await server.addDocument(), await server.addDocument()];
  const person = server.addPerson("Ana");
  const client = open(first, person.userId);
  await client.loaded();
  client.connection.provider.configuration.name = second;
  client.connection.provider.startSync();
  await client.connection.provider.sendToken();
  await until("the socket is closed", () => client.closeCodes.length > 0);
  expect(client.closeCodes[0]).toBe(CLOSE.notFound);
});

test("one person has a limited number of sockets", async () => {
  const { server, open } = fixture;
  const documentId = await server.addDocument();
  const { userId } = server.addPerson("Ana");
  await Promise.all([open(documentId, userId).loaded(), open(documentId, userId).loaded()]);
  const third = open(documentId, userId);
  await until("the third is turned away", () => third.closeCodes.includes(CLOSE.tooManySockets));
  expect(third.connection.status().ended).toBe(null);
});

/** The result of a socket: the HTTP status, or its close code. */
function endOf(url: string, headers: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url, { headers });
    socket.on("unexpected-response", (_request, response) => resolve(response.statusCode ?? 0));
    socket.on("close", (code) => resolve(code));
    socket.on("error", () => undefined);
  });
}

test("clients that aren't signed in take no place, however many they are, and block no one", async () => {
  const { server, open } = fixture;
  const documentId = await server.addDocument();
  const url = socketUrl(server.origin, documentId, SCHEMA_VERSION);
  const many = Array.from({ length: 200 }, () => endOf(url));
  const ana = open(documentId, server.addPerson("Ana").userId);
  await ana.loaded();
  const ends = new Set(await Promise.all(many));
  for (const end of ends) expect([CLOSE.signedOut, 401, 503]).toContain(end);
  expect(server.collab.stats().sockets).toBe(1);
});
