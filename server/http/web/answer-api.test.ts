import { once } from "node:events";
import { request as ask, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { buffer, text } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase, shareDatabase } from "#server/base/db/client.ts";
import { readConfig } from "#server/base/process/config.ts";
import { makeUser } from "#server/testing/make-context.ts";
import { makeToken } from "#server/testing/make-token.ts";
import { storyDesk } from "#server/testing/story-desk.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { answerApi } from "./answer-api.ts";
import { Health } from "./health.ts";
import { WebServer } from "./web-server.ts";

let database: TestDatabase;
let opened: Database;
let server: WebServer;
let port: number;
let token = "";
let key = "";
let evidence = "";
let partsRead = 0;
let failsAtPart = Number.POSITIVE_INFINITY;
const logged: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
  opened = openDatabase(database.url, { poolSize: 5, logPoolSize: 2 });
  const counting = opened.prisma.$extends({
    query: {
      actionItem: {
        async findMany({ args, query }) {
          partsRead += 1;
          if (partsRead === failsAtPart) throw new Error("The disk is full");
          return query(args);
        },
      },
    },
  });
  shareDatabase({ ...opened, prisma: counting as unknown as Database["prisma"] });
  const member = await makeUser(database.prisma, "member");
  token = await makeToken(database.prisma, member.id, ["read", "write"]);
  const desk = storyDesk(database, member);
  key = await desk.newIncident();
  evidence = `/api/v1/incidents/${key}/events/${(await desk.add(key, "09:00:00", "Load rises")).id}/evidence`;
  const handle = async (_: unknown, response: { end(text: string): void }) => response.end('"a page"');
  const next = { handle, upgrade: () => undefined, close: async () => undefined };
  const config = readConfig({ PORT: "0" });
  server = new WebServer({
    config,
    health: new Health(),
    next,
    api: answerApi,
    files: null,
    early: null,
    collab: null,
    log: pino({ level: "error" }, { write: (line) => logged.push(line) }),
  });
  port = await server.listen();
});
afterAll(async () => {
  await server.close();
  shareDatabase(undefined);
  await opened.close();
  await database.close();
});

interface Sent {
  path: string;
  type: string;
  body: Buffer;
  isStranger?: boolean;
  method?: string;
}

/**
 * Returns the status, the message, and whether the connection can be reused, or null if it was closed without a
 * response.
 */
const send = ({ path, type, body, isStranger = false, method = "POST" }: Sent) =>
  new Promise<{ status: number; told: { code?: string; counts?: unknown }; closes: boolean } | null>((resolve) => {
    const headers = {
      "content-type": type,
      "content-length": body.length,
      ...(isStranger ? {} : { authorization: `Bearer ${token}` }),
    };
    const asked = ask({ host: "127.0.0.1", port, method, path, headers }, (answer) => {
      let text = "";
      answer.on("data", (piece) => {
        text += piece;
      });
      answer.on("error", () => resolve(null));
      answer.on("end", () => {
        const closes = answer.headers.connection === "close";
        resolve({ status: answer.statusCode ?? 0, told: JSON.parse(text), closes });
      });
    });
    asked.on("error", () => resolve(null));
    asked.end(body);
  });

const form = (bytes: Buffer) => {
  const part = (head: string, content: Buffer | string) =>
    Buffer.concat([
      Buffer.from(`--b\r\ncontent-disposition: form-data; ${head}\r\n\r\n`),
      Buffer.from(content),
      Buffer.from("\r\n"),
    ]);
  const body = Buffer.concat([part('name="file"; filename="notes.txt"', bytes), Buffer.from("--b--\r\n")]);
  return { type: "multipart/form-data; boundary=b", body };
};
const MB = 1024 * 1024;

it("accepts a large upload without the pages, at the pace of its reader", async () => {
  const text = Buffer.from("2026-03-10 09:00:00 UTC A host was restarted\n".repeat(20_000));
  const answer = await send({ path: `/api/v1/incidents/${key}/imports/preview`, ...form(text) });
  expect(answer).toMatchObject({ status: 200, told: { counts: { created: 20_000 } } });
});

it("lets an authorized uploader read why a file is too large, although they are still sending", async () => {
  const answer = await send({ path: evidence, ...form(Buffer.alloc(12 * MB)) });
  expect(answer).toMatchObject({ status: 413, told: { code: "too_large" }, closes: false });
});

it("lets anyone read why a body of an ordinary size is rejected, although they are still sending", async () => {
  const lists = { type: "application/json", body: Buffer.from("[[],".repeat(MB / 4 - 100)) };
  for (let turn = 0; turn < 10; turn++) {
    const answer = await send({ path: "/api/v1/set-up/check", ...lists, isStranger: true });
    expect(answer).toMatchObject({ status: 400, told: { code: "invalid" }, closes: false });
  }
});

it("reads no more from a stranger, and from someone who sends too much elsewhere", async () => {
  const stranger = await send({ path: evidence, ...form(Buffer.alloc(12 * MB)), isStranger: true });
  expect(stranger?.status ?? 401).toBe(401);
  const lists = { type: "application/json", body: Buffer.from("[],".repeat(4 * MB)) };
  const elsewhere = await send({ path: "/api/v1/set-up/check", ...lists, isStranger: true });
  expect(elsewhere?.status ?? 413).toBe(413);
  for (const answer of [stranger, elsewhere]) expect(answer?.closes ?? true).toBe(true);
});

it("leaves other methods and paths to the pages, unless the body is large", async () => {
  const small = { type: "application/json", body: Buffer.from("{}") };
  expect(await send({ path: "/api/v1/me", ...small })).toMatchObject({ status: 200, told: "a page" });
  const large = { type: "application/json", body: Buffer.alloc(MB) };
  expect(await send({ path: "/somewhere", ...large })).toMatchObject({ told: "a page" });
});

it.each(["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])("runs no operation of our own client by %s", async (method) => {
  const [small, large] = [Buffer.from('{"json":{}}'), Buffer.from(`{"json":{},"x":"${"x".repeat(MB)}"}`)];
  const asked = { path: "/api/rpc/me/get", type: "application/json" };
  expect(await send({ ...asked, method, body: small })).toMatchObject({ status: 200, told: "a page" });
  expect(await send({ ...asked, method, body: large })).toMatchObject({ status: 200, told: "a page" });
  expect((await send({ ...asked, body: small }))?.told).not.toBe("a page");
});

describe("an export of 8,000 actions, 22 MB of JSON", () => {
  const PARTS = 16;
  const open = (path: string, encoding = "identity") =>
    new Promise<IncomingMessage>((resolve) => {
      const headers = { authorization: `Bearer ${token}`, "accept-encoding": encoding };
      ask(
        { host: "127.0.0.1", port, path: `/api/v1/action-items/export${path}`, headers, agent: false },
        resolve,
      ).end();
    });
  const JSON_BY_KEY = "?format=json&query=view%3Dall%26sort%3Dkey";
  /** Lets the server do what it would otherwise do. */
  const askOthers = async () => {
    for (let n = 0; n < 30; n++) await text(await open("?query=q%3Dzeppelin"));
  };

  beforeAll(async () => {
    await database.prisma.$executeRaw`
      INSERT INTO action_item (id, title, type, priority, status, blocked_reason)
      SELECT uuidv7(), 'Add an alert', 'prevent', 'P2', 'accepted', repeat('x', 2000) FROM generate_series(1, 8000)`;
  });

  it("has every row once, in order, and no length before it is written", async () => {
    const answer = await open(JSON_BY_KEY);
    expect(answer.headers).toMatchObject({
      "content-type": "application/json",
      "content-disposition": expect.stringMatching(/^attachment; filename="actions-.*\.json"$/),
    });
    expect(answer.headers["content-length"]).toBeUndefined();
    const { items } = JSON.parse(await text(answer)) as { items: { key: string }[] };
    expect(items.map((item) => item.key)).toEqual(Array.from({ length: 8000 }, (_, at) => `ACT-${at + 1}`));
  });

  it("waits for a client that doesn't read, and ends when it leaves", async () => {
    partsRead = 0;
    const answer = await open(JSON_BY_KEY);
    await once(answer, "readable");
    await askOthers();
    const whileWaiting = partsRead;
    expect(whileWaiting).toBeLessThan(PARTS);
    answer.destroy();
    await askOthers();
    expect(partsRead).toBe(whileWaiting);
    expect(logged).toEqual([]);
  });

  it("breaks the connection if it fails, and is logged", async () => {
    [partsRead, failsAtPart] = [0, 3];
    const answer = await open(JSON_BY_KEY);
    expect(answer.statusCode).toBe(200);
    await expect(text(answer)).rejects.toThrow("aborted");
    failsAtPart = Number.POSITIVE_INFINITY;
    await askOthers();
    expect(logged.splice(0)).toEqual([expect.stringContaining("The disk is full")]);
  });

  it("has a length for a client of HTTP 1.0, which can't know otherwise that it is complete", async () => {
    const socket = connect(port, "127.0.0.1");
    socket.write(`GET /api/v1/action-items/export${JSON_BY_KEY} HTTP/1.0\r\nauthorization: Bearer ${token}\r\n\r\n`);
    const [head = "", body = ""] = (await text(socket)).split("\r\n\r\n");
    expect(head.toLowerCase()).toContain(`content-length: ${Buffer.byteLength(body)}`);
    expect(JSON.parse(body).items).toHaveLength(8000);
  });

  it("is compressed if the client reads gzip", async () => {
    const [zipped, plain] = [await open(JSON_BY_KEY, "gzip"), await open(JSON_BY_KEY, "identity")];
    expect([zipped, plain].map(({ headers }) => [headers["content-encoding"], headers.vary])).toEqual([
      ["gzip", "accept-encoding"],
      [undefined, "accept-encoding"],
    ]);
    const [bytes, whole] = [await buffer(zipped), await text(plain)];
    expect(gunzipSync(bytes).toString()).toBe(whole);
    expect(bytes.length).toBeLessThan(whole.length / 10);
  });

  it("of an unknown field is rejected like every other request", async () => {
    const answer = await open("?query=colour%3Dred");
    expect([answer.statusCode, JSON.parse(await text(answer))]).toMatchObject([422, { code: "rule" }]);
  });

  it("is served without the pages, as every operation is, and lists are compressed if the client reads gzip", async () => {
    const headers = { authorization: `Bearer ${token}` };
    const get = (path: string, encoding: string) =>
      new Promise<IncomingMessage>((resolve) => {
        ask({ host: "127.0.0.1", port, path, headers: { ...headers, "accept-encoding": encoding } }, resolve).end();
      });
    const me = await get("/api/v1/me", "gzip");
    expect(JSON.parse(await text(me))).toMatchObject({ role: "member" });
    expect(me.headers).toMatchObject({ "content-type": "application/json", "cache-control": "no-store" });
    const [zipped, plain] = [await get("/api/v1/action-items", "gzip"), await get("/api/v1/action-items", "identity")];
    expect([zipped.headers["content-encoding"], plain.headers["content-encoding"]]).toEqual(["gzip", undefined]);
    expect([zipped.headers.vary, plain.headers.vary]).toEqual(["accept-encoding", "accept-encoding"]);
    expect(gunzipSync(await buffer(zipped)).toString()).toBe(await text(plain));
  });
});
