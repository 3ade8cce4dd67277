import type { IncomingMessage, ServerResponse } from "node:http";
import { pino } from "pino";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type OpenedPools, openDatabase } from "#server/base/db/client.ts";
import { type Pulse, startPulse } from "#server/base/db/pulse.ts";
import { readConfig } from "#server/base/process/config.ts";
import { type SilentProxy, silentProxy } from "#server/testing/silent-proxy.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { Health } from "./health.ts";
import { WebServer } from "./web-server.ts";

const log = pino({ level: "silent" });
const BROWSER = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };
let database: TestDatabase;
let proxy: SilentProxy;
let opened: OpenedPools;
let pulse: Pulse;
let server: WebServer;
let url: string;

beforeAll(async () => {
  database = await testDatabase();
  proxy = await silentProxy(database.url);
  opened = openDatabase(proxy.url, { poolSize: 2, logPoolSize: 1 });
  pulse = startPulse(opened, log, { everyMs: 100, patienceMs: 700 });
  const health = Object.assign(new Health(), { pulse });
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const rows = await opened.logPool.query("select 1").catch(() => null);
    response.setHeader("x-of-next", "1");
    response.statusCode = rows === null || request.url?.startsWith("/broken") ? 500 : 200;
    if (request.url === "/streamed") response.write("of ");
    else response.writeHead(response.statusCode);
    response.end(request.url === "/streamed" ? "Next" : "of Next");
    if (request.url === "/broken-twice") response.writeHead(500).end("again");
  };
  const next = { handle, upgrade: () => undefined, close: async () => undefined };
  server = new WebServer({
    config: readConfig({ PORT: "0" }),
    health,
    next,
    api: null,
    files: null,
    early: null,
    collab: null,
    log,
  });
  url = `http://127.0.0.1:${await server.listen()}`;
});
afterAll(async () => {
  await server.close();
  pulse.stop();
  proxy.close();
  await opened.close();
  await database.close();
});

it("a page requested while the database is silent says so with 503, and reloads when it is back", async () => {
  expect(await (await fetch(`${url}/signin`, { headers: BROWSER })).text()).toBe("of Next");
  proxy.silence();
  await vi.waitFor(() => expect(pulse.isLate).toBe(true), { timeout: 5000 });
  for (const path of ["/signin", "/", "/incidents/INC-1?tab=x", "/setup"]) {
    const answer = await fetch(url + path, { headers: BROWSER });
    expect([answer.status, answer.headers.get("retry-after")], path).toEqual([503, "5"]);
    expect(answer.headers.get("content-security-policy"), path).toContain("default-src 'self'");
    expect(await answer.text(), path).toContain("The database does not respond");
  }
  const head = await fetch(`${url}/signin`, { headers: BROWSER, method: "HEAD" });
  expect([head.status, await head.text()]).toEqual([503, ""]);
  proxy.restore();
  await vi.waitFor(() => expect(pulse.isSilent).toBe(false), { timeout: 5000 });
  expect((await fetch(`${url}/signin`, { headers: BROWSER })).status).toBe(200);
});

it("a page requested before the silence was noticed says so too, and an error of its own stays one", async () => {
  const asking = Array.from({ length: 3 }, () => fetch(`${url}/broken`, { headers: BROWSER }));
  for (const own of await Promise.all(asking)) expect([own.status, await own.text()]).toEqual([500, "of Next"]);
  proxy.silence();
  const first = ["/signin", "/reviews/REV-1", "/streamed"].map((path) => fetch(url + path, { headers: BROWSER }));
  for (const answer of await Promise.all(first)) {
    expect([answer.status, answer.headers.get("retry-after"), answer.headers.get("x-of-next")]).toEqual([
      503,
      "5",
      null,
    ]);
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'self'");
    expect(await answer.text()).toContain("The database does not respond");
  }
  proxy.restore();
  await vi.waitFor(() => expect(pulse.isSilent).toBe(false), { timeout: 5000 });
});

it("sends a page once if its error page fails too", async () => {
  const own = await fetch(`${url}/broken-twice`, { headers: BROWSER });
  expect([own.status, await own.text()]).toEqual([500, "of Next"]);
});

it.each([
  ["the API", "/api/v1/me", BROWSER],
  ["a file of the pages", "/_next/static/a.js", BROWSER],
  ["a part of a page", "/actions", { ...BROWSER, rsc: "1" }],
  ["a program", "/actions", { accept: "application/json" }],
])("%s never gets the page", async (_who, path, headers) => {
  proxy.silence();
  await vi.waitFor(() => expect(pulse.isSilent).toBe(true), { timeout: 5000 });
  const asked = fetch(url + path, { headers });
  proxy.restore();
  expect(await (await asked).text()).toBe("of Next");
  await vi.waitFor(() => expect(pulse.isSilent).toBe(false), { timeout: 5000 });
});
