import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { createFeed, revokeFeed } from "#server/across/feed/index.ts";
import { type Database, openDatabase, shareDatabase } from "#server/base/db/client.ts";
import { readConfig } from "#server/base/process/config.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { answerFeed } from "./answer-feed.ts";

const MOST = 10;
let database: TestDatabase;
let opened: Database;
let server: Server;
let reader: UserActor;

beforeAll(async () => {
  Object.assign(globalThis, { afterwordConfig: readConfig({ AFTERWORD_REQUESTS_PER_MINUTE: String(MOST) }) });
  Reflect.deleteProperty(globalThis, "afterwordRequests");
  database = await testDatabase();
  opened = openDatabase(database.url, { poolSize: 2, logPoolSize: 1 });
  shareDatabase(opened);
  reader = await makeUser(database.prisma, "member", "Reader");
  server = createServer(async (request, response) => {
    if (!(await answerFeed(request, response))) response.writeHead(299).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  server.close();
  shareDatabase(undefined);
  await opened.close();
  await database.close();
});

const feed = () =>
  createFeed(makeContext(database.prisma, reader), { viewId: null, origin: "https://afterword.example" });
const get = (path: string) => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
const wrong = (at: number) => `/feeds/${"x".repeat(42)}${at}.ics`;

it("limits addresses without a feed, whether guessed, revoked or malformed, and still serves a feed", async () => {
  const [mine, revoked] = [await feed(), await feed()];
  await revokeFeed(makeContext(database.prisma, reader), { id: revoked.id });
  const guessed = Array.from({ length: MOST - 2 }, (_, at) => wrong(at));
  const tries = [...guessed, new URL(revoked.url).pathname, "/feeds/short.ics"];
  for (const path of tries) expect((await get(path)).status, path).toBe(404);
  const refused = await get(wrong(0));
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  const served = await get(new URL(mine.url).pathname);
  expect([served.status, served.headers.get("cache-control")]).toEqual([200, "no-store"]);
});

it("limits how often one feed is read, and no other one", async () => {
  const [first, second] = [new URL((await feed()).url).pathname, new URL((await feed()).url).pathname];
  for (let time = 0; time < MOST; time++) expect((await get(first)).status).toBe(200);
  expect((await get(first)).status).toBe(429);
  expect((await get(second)).status).toBe(200);
});
