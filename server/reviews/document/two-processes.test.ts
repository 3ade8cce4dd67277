import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { SCHEMA_VERSION } from "#lib/document/schema-version.ts";
import { CLOSE } from "#lib/document/socket-protocol.ts";
import { listen } from "#server/base/db/listen.ts";
import { onDatabase } from "#server/testing/on-database.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { appendEdit } from "./log/append-edit.ts";
import { createDocument } from "./log/create-document.ts";
import { DOCUMENT_CHANNEL } from "./log/news.ts";
import { readDocument } from "./log/read-document.ts";
import { startBalancer } from "./testing/balancer.ts";
import { presenceFrame } from "./testing/craft-update.ts";
import { ServerProcess } from "./testing/server-process.ts";
import { TestClient, until } from "./testing/test-client.ts";
import { BLANK } from "./testing/test-server.ts";
import { Typist } from "./testing/typist.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const NEVER = 24 * 60 * 60_000;
const LISTENING = "FROM pg_stat_activity WHERE application_name = 'afterword listen' AND datname = current_database()";
let database: TestDatabase;
let first: ServerProcess;
let second: ServerProcess;
let documentId: string;
const ends: (() => void)[] = [];

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  // Without the poll, only messages between the processes can bring news.
  const started = () => new ServerProcess(database.url, { pollMs: NEVER });
  [first, second] = [started(), started()];
  await Promise.all([first.start(), second.start()]);
  documentId = randomUUID();
  await createDocument(database.pool, { documentId, json: BLANK });
});
afterEach(async () => {
  for (const end of ends.splice(0)) end();
  for (const server of [first, second]) server.thaw();
  await Promise.all([first.kill(), second.kill()]);
});

function open({ origin }: { origin: string }, userId = randomUUID()) {
  const client = new TestClient({ origin, documentId, userId });
  ends.push(() => client.destroy());
  return client;
}

async function pair() {
  const [ana, ben] = [open(first), open(second)];
  await Promise.all([ana.loaded(), ben.loaded()]);
  return { ana, ben };
}

const committedText = async () => JSON.stringify((await readDocument(database.pool, documentId))?.json);

const cursorOf = (viewer: TestClient, person: TestClient) =>
  viewer.connection.provider.awareness?.getStates().get(person.document.clientID);
const place = (client: TestClient, cursor: string) =>
  client.connection.provider.awareness?.setLocalStateField("cursor", cursor);

test("people who are connected to different processes write one text", async () => {
  const { ana, ben } = await pair();
  ana.type("one ");
  await ben.sees("one");
  ben.type("two ");
  await ana.sees("two");
  for (let word = 0; word < 30; word++) {
    ana.type(`[a${word}]`);
    ben.type(`[b${word}]`);
  }
  await Promise.all([ana.saved(), ben.saved()]);
  const text = await committedText();
  await until("both see all of it", () => [ana, ben].every((one) => one.text() === text));
  expect(text).toContain("[a29]");
});

test("an edit of the server itself reaches every process, even from one without document sockets", async () => {
  const { ana, ben } = await pair();
  ana.type("before ");
  await ben.sees("before");
  await appendEdit(database.pool, documentId, (document) => document.getMap("meta").set("checked", true), {
    userId: null,
  });
  const hasIt = ({ document }: TestClient) => document.getMap("meta").get("checked") === true;
  await until("both have it", () => [ana, ben].every(hasIt));
});

test("carets cross, under the name of their session, to those who are there and those who come", async () => {
  const ana = open(first);
  await ana.loaded();
  const told: string[] = [];
  const channels = { [DOCUMENT_CHANNEL]: (message: string) => told.push(message) };
  const ear = listen({ url: database.url, log: { warn: () => undefined }, channels, onGap: () => undefined });
  await until("Ana's caret is told to processes that don't have the text yet", () => {
    place(ana, "at the top");
    return told.some((message) => message.includes("at the top"));
  });
  await ear.stop();
  await sleep(200); // the last ones are under way
  const ben = open(second);
  await until("Ben sees Ana", () => cursorOf(ben, ana)?.cursor === "at the top");
  expect(cursorOf(ben, ana)?.user).toMatchObject({ readOnly: false });
  place(ana, "further down");
  await until("Ben sees Ana move", () => cursorOf(ben, ana)?.cursor === "further down");

  const cal = open(second);
  await until("Cal sees Ana", () => cursorOf(cal, ana)?.cursor === "further down");
  ana.destroy();
  await until("Ana is gone for both", () => [ben, cal].every((viewer) => cursorOf(viewer, ana) === undefined));
});

test("no one shows a caret in place of someone in another process", async () => {
  const { ana } = await pair();
  place(ana, "Ana's place");
  const [mallory, viewer] = [open(second), open(second)];
  await until("the viewer sees Ana", () => cursorOf(viewer, ana) !== undefined);
  const forged = presenceFrame(documentId, ana.document.clientID, 1000, { cursor: "forged" });
  mallory.connection.provider.configuration.websocketProvider.send(forged);
  mallory.type("sent after it");
  await viewer.sees("sent after it");
  place(ana, "moved");
  await until("the viewer sees Ana move", () => cursorOf(viewer, ana)?.cursor === "moved");
});

test("someone else's claim to a tab of this process changes nothing", async () => {
  const { ana, ben } = await pair();
  place(ana, "Ana's place");
  await until("Ben sees Ana", () => cursorOf(ben, ana) !== undefined);
  const forged = { user: { id: randomUUID(), name: "Mallory" }, cursor: "forged" };
  const message = { from: "elsewhere", news: [{ here: [documentId, ana.document.clientID, 1000, forged] }] };
  await database.pool.query("SELECT pg_notify($1, $2)", [DOCUMENT_CHANNEL, JSON.stringify(message)]);
  const viewer = open(first);
  await viewer.loaded();
  place(ana, "moved");
  await until("the viewer sees Ana move", () => cursorOf(viewer, ana)?.cursor === "moved");
});

test("a caret of a process that is killed goes away, and the same person's comes back through the other one", async () => {
  const balancer = await startBalancer([first.origin, first.origin, second.origin]);
  ends.push(balancer.close);
  const ana = open(balancer);
  await ana.loaded();
  const ben = open(second);
  const cal = open(first);
  await Promise.all([ben.loaded(), cal.loaded()]);
  place(ana, "here");
  place(cal, "here");
  await until("Ben sees both", () => [ana, cal].every((person) => cursorOf(ben, person) !== undefined));
  await first.kill();
  await until("Ana is back", () => ana.save === "saved");
  place(ana, "still here");
  await until("Ben sees Ana", () => cursorOf(ben, ana)?.cursor === "still here");
  await until("Cal is gone", () => cursorOf(ben, cal) === undefined, 60_000);
  expect(cursorOf(ben, ana)).toMatchObject({ cursor: "still here" });
});

test("tabs that come from a killed process are saved by one that has heard nothing of their text", async () => {
  await first.kill();
  first = new ServerProcess(database.url, { pollMs: NEVER, isDeaf: true });
  await first.start();
  const there = open(first);
  await there.loaded();
  const balancer = await startBalancer([second.origin, first.origin], { isInTurn: false });
  ends.push(balancer.close);
  const [ana, ben] = [open(balancer), open(balancer)];
  await Promise.all([ana.loaded(), ben.loaded()]);
  ana.type("Ana was here ");
  await ben.sees("Ana was here");
  ben.type("Ben too ");
  await ana.sees("Ben too");
  await Promise.all([ana.saved(), ben.saved()]);
  second.freeze();
  for (const tab of [ana, ben]) tab.type("not sent ");
  await second.kill();
  await Promise.all([ana.saved(), ben.saved()]);
  ben.type("and Ben again");
  await ben.saved();
  ana.type("and Ana again");
  await ana.saved();
  for (const tab of [ana, ben]) expect(tab.closeCodes).not.toContain(CLOSE.refused);
  const text = await committedText();
  await until("all show the same", () => [ana, ben, there].every((tab) => tab.text() === text));
  expect(text.match(/not sent/g)).toHaveLength(2);
});

test.each(["SIGTERM", "SIGKILL"] as const)("%s of one process while four people type loses nothing", async (signal) => {
  const balancer = await startBalancer([first.origin, second.origin]);
  ends.push(balancer.close);
  const typists = ["t0", "t1", "t2", "t3"].map((name) => new Typist(name, balancer.origin, documentId));
  for (const { client } of typists) ends.push(() => client.destroy());
  await Promise.all(typists.map(({ client }) => client.loaded()));
  for (const typist of typists) typist.start(25);
  const typed = () => typists.reduce((sum, typist) => sum + typist.shownAsSaved().length, 0);
  const more = async () => {
    const before = typed();
    await until("they have typed more", () => typed() > before + 60);
  };
  await more();
  await first.kill(signal);
  await until("everyone types again", () => typists.every(({ client }) => client.save !== "offline"));
  await more();
  await first.start();
  await second.kill(signal);
  await until("everyone types again", () => typists.every(({ client }) => client.save !== "offline"));
  await more();
  for (const typist of typists) typist.stop();
  await Promise.all(typists.map(({ client }) => client.saved()));
  const text = await committedText();
  expect(typists.flatMap((typist) => typist.lostIn(text, typist.shownAsSaved()))).toEqual([]);
  await until("all tabs show the same text", () => typists.every(({ client }) => client.text() === text));
});

test("a process whose connection for messages is cut gets a new one and reads what it missed", async () => {
  const { ana, ben } = await pair();
  place(ana, "before the cut");
  await until("Ben sees Ana", () => cursorOf(ben, ana)?.cursor === "before the cut");
  const cut = await onDatabase(database.url, (client) => client.query(`SELECT pg_terminate_backend(pid) ${LISTENING}`));
  expect(cut.rowCount).toBe(2);
  ana.type("in the gap ");
  await ben.sees("in the gap");
  ben.type("afterwards ");
  await ana.sees("afterwards");
  place(ana, "after the cut");
  await until("Ben sees Ana", () => cursorOf(ben, ana)?.cursor === "after the cut");
});

test("while no message arrives, the poll brings the text", async () => {
  await second.kill();
  second = new ServerProcess(database.url, { pollMs: 100, isDeaf: true });
  await second.start();
  const { ana, ben } = await pair();
  for (const word of ["one ", "two ", "three "]) {
    ana.type(word);
    await ben.sees(word.trim());
  }
});

test("a text that a newer version has written in is closed here, and its tabs are asked to reload", async () => {
  const { ana, ben } = await pair();
  await database.pool.query("UPDATE document_head SET schema_version = $2 WHERE id = $1", [
    documentId,
    SCHEMA_VERSION + 1,
  ]);
  ben.stall();
  await appendEdit(database.pool, documentId, (document) => document.getMap("meta").set("new", true), { userId: null });
  const isTold = ({ connection }: TestClient) => connection.status().ended === "other_schema";
  await until("Ana is told", () => isTold(ana));
  expect(ana.document.getMap("meta").get("new")).toBeUndefined();
  // The text stays in memory until Ben's tab answers, and nothing brings its news again.
  await sleep(500);
  const late = open(second);
  await until("one who joins then is told", () => isTold(late));
});

test("a tab of a newer version tries again until it reaches a process of its own version", async () => {
  const tab = new TestClient({ origin: first.origin, documentId, userId: "u", schemaVersion: SCHEMA_VERSION + 1 });
  ends.push(() => tab.destroy());
  await until("it has tried several times", () => tab.closeCodes.length > 2);
  expect(tab.connection.status().ended).toBeNull();
});
