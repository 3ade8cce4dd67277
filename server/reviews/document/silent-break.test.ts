import { randomUUID } from "node:crypto";
import { type AddressInfo, createConnection, createServer, type Socket } from "node:net";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { SaveState } from "#lib/document/save-tracker.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { createDocument } from "./log/create-document.ts";
import { readDocument } from "./log/read-document.ts";
import { ServerProcess } from "./testing/server-process.ts";
import { TestClient, until } from "./testing/test-client.ts";
import { BLANK } from "./testing/test-server.ts";

const SILENCE_MS = 1500;
let database: TestDatabase;
let server: ServerProcess;
let ends: (() => void)[] = [];
beforeAll(async () => {
  database = await testDatabase();
  server = new ServerProcess(database.url);
  await server.start();
});
afterAll(async () => {
  server.thaw();
  await server.kill();
  await database.close();
});
afterEach(() => {
  server.thaw();
  for (const end of ends) end();
  ends = [];
});

/** Someone who types in a new document, and every status that was shown. */
async function open(origin = server.origin, silenceMs = SILENCE_MS) {
  const documentId = randomUUID();
  await createDocument(database.pool, { documentId, json: BLANK });
  const client = new TestClient({ origin, documentId, userId: randomUUID(), silenceMs });
  ends.push(() => client.destroy());
  const said: SaveState[] = [client.save];
  client.connection.subscribe(() => {
    if (said.at(-1) !== client.save) said.push(client.save);
  });
  const stored = async () => JSON.stringify((await readDocument(database.pool, documentId))?.json);
  return { client, said, stored };
}

/** A network that can drop everything in both directions while its connections stay open. */
async function layBlackHole() {
  const { port } = new URL(server.origin);
  const sockets = new Set<Socket>();
  let isOpen = true;
  const proxy = createServer((near) => {
    const far = createConnection({ host: "127.0.0.1", port: Number(port) });
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on("data", (data) => isOpen && to.write(data));
      from.on("error", () => undefined).on("close", () => isOpen && to.destroy());
    }
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  ends.push(() => {
    for (const socket of sockets) socket.destroy();
    proxy.close();
  });
  return {
    origin: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    swallow: (yes: boolean) => {
      isOpen = !yes;
    },
  };
}

test("a document opens, and shows that until the server has answered", async () => {
  const { client, said } = await open(server.origin, 20_000);
  await client.saved();
  expect(said).toEqual(["opening", "saved"]);
});

test("opening ends as offline if no one answers", async () => {
  const { client, said } = await open("http://127.0.0.1:9");
  await until("it is offline", () => client.save === "offline");
  expect(said).toEqual(["opening", "offline"]);
});

test("a server that freezes while someone types: saving, offline, and saved once it continues", async () => {
  const { client, said, stored } = await open();
  await client.loaded();
  server.freeze();
  client.type("one");
  await until("it is offline", () => client.save === "offline");
  client.type(" two");
  expect(client.connection.status().unsavedEdits).toBe(2);
  server.thaw();
  await client.saved();
  expect(said).toEqual(["opening", "saved", "saving", "offline", "saved"]);
  client.type(" three");
  await client.saved();
  expect(client.connection.status().unsavedEdits).toBe(0);
  expect(await stored()).toContain("one two three");
});

test("a page that is opened while the server is frozen is offline, and opens once it continues", async () => {
  server.freeze();
  const { client, said } = await open();
  await until("it is offline", () => client.save === "offline");
  server.thaw();
  await client.loaded();
  // Between the link and the text, the connection can be opening again.
  expect(said.slice(0, 2)).toEqual(["opening", "offline"]);
  expect(said.slice(2).filter((word) => word !== "opening")).toEqual(["saved"]);
});

test("a network that drops everything loses and doubles nothing, and the status changes again", async () => {
  const hole = await layBlackHole();
  const { client, said, stored } = await open(hole.origin);
  await client.loaded();
  client.type("before ");
  await client.saved();
  hole.swallow(true);
  client.type("during ");
  await until("it is offline", () => client.save === "offline");
  client.type("later ");
  hole.swallow(false);
  await client.saved();
  client.type("after");
  await client.saved();
  expect(said.slice(0, 6)).toEqual(["opening", "saved", "saving", "saved", "saving", "offline"]);
  expect(await stored()).toContain("before during later after");
});

test("the library's own forced close keeps the number of pending changes", async () => {
  const { client, stored } = await open();
  await client.loaded();
  client.type("one ");
  client.connection.provider.configuration.websocketProvider.onClose({
    event: { code: 4408, reason: "forced" } as CloseEvent,
  });
  expect(client.save).toBe("offline");
  client.type("two ");
  await client.saved();
  client.type("three");
  expect(client.save).toBe("saving");
  await client.saved();
  expect(client.connection.status().unsavedEdits).toBe(0);
  expect(await stored()).toContain("one two three");
});

test("a document opens on its first socket, without a second attempt", async () => {
  const documentId = randomUUID();
  await createDocument(database.pool, { documentId, json: BLANK });
  const client = new TestClient({ origin: server.origin, documentId, userId: randomUUID() });
  ends.push(() => client.destroy());
  let sockets = 0;
  const { websocketProvider } = client.connection.provider.configuration;
  websocketProvider.on("status", ({ status }: { status: string }) => {
    if (status === "connecting") sockets++;
  });
  expect(websocketProvider.status).toBe("connecting");
  await client.loaded();
  expect(sockets).toBe(0);
});

test("a socket that is replaced silently leaves nothing waiting", async () => {
  const { client, stored } = await open();
  await client.loaded();
  client.type("one ");
  void client.connection.provider.configuration.websocketProvider.createWebSocketConnection();
  client.type("two ");
  await client.saved();
  client.type("three");
  await client.saved();
  expect(client.connection.status().unsavedEdits).toBe(0);
  expect(await stored()).toContain("one two three");
});

test("the browser reports that the network is gone: offline at once, and saved when it is back", async () => {
  const { client, stored } = await open();
  await client.loaded();
  client.connection.networkLost();
  expect(client.save).toBe("offline");
  client.type("kept");
  await client.saved();
  expect(await stored()).toContain("kept");
});
