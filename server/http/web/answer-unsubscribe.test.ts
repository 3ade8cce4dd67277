import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Database, openDatabase, shareDatabase } from "#server/base/db/client.ts";
import { seal } from "#server/base/process/seal.ts";
import { makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { answerUnsubscribe } from "./answer-unsubscribe.ts";

let database: TestDatabase;
let opened: Database;
let server: Server;
let path: string;
let userId: string;

beforeAll(async () => {
  database = await testDatabase();
  opened = openDatabase(database.url, { poolSize: 2, logPoolSize: 1 });
  shareDatabase(opened);
  userId = (await makeUser(database.prisma, "member", "Reader")).id;
  path = `/unsubscribe/${Buffer.from(seal(`published ${userId}`, "unsubscribe")).toString("base64url")}`;
  server = createServer(async (request, response) => {
    if (!(await answerUnsubscribe(request, response))) response.writeHead(299).end("the page");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  server.close();
  shareDatabase(undefined);
  await opened.close();
  await database.close();
});

const send = (method: string, at: string, body?: string) =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${at}`, {
    ...{ method, redirect: "manual", headers: { "content-type": "application/x-www-form-urlencoded" } },
    ...(body === undefined ? {} : { body }),
  });
const ended = () => database.prisma.messageRule.findMany({ where: { userId }, select: { kind: true, mail: true } });

it("leaves the page to others, and changes nothing for it", async () => {
  expect((await send("GET", path)).status).toBe(299);
  expect((await send("HEAD", path)).status).toBe(299);
  expect(await ended()).toEqual([]);
});

it("rejects a token that isn't one, like one of an account that is gone", async () => {
  for (const token of ["/unsubscribe/x", `${path.slice(0, -2)}__`, `${path}/more`])
    expect((await send("POST", token)).status, token).toBe(404);
  expect(await ended()).toEqual([]);
});

it("ends the emails of that kind for a mail program, without session, origin or redirect, as often as it asks", async () => {
  for (let time = 0; time < 2; time++) {
    const answer = await send("POST", path, "List-Unsubscribe=One-Click");
    expect([answer.status, answer.headers.get("location")]).toEqual([200, null]);
  }
  expect(await ended()).toEqual([{ kind: "published", mail: false }]);
});

it("shows the page again if the page sent its form", async () => {
  const answer = await send("POST", path, "from=page");
  expect([answer.status, answer.headers.get("location")]).toEqual([303, path]);
});
