import { request as ask } from "node:http";
import { pino } from "pino";
import { afterEach, describe, expect, it } from "vitest";
import { readConfig } from "#server/base/process/config.ts";
import { Health } from "./health.ts";
import { WebServer } from "./web-server.ts";

const COOKIE = "next-auth.session-token=x";
const FORM = "application/x-www-form-urlencoded";
const servers: WebServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

/** A server whose pages return 200 for anything that reaches them. */
async function serverWith(env: Record<string, string> = {}): Promise<number> {
  const config = readConfig({ PORT: "0", ...env });
  const handle = async (_: unknown, response: { end(text: string): void }) => response.end("reached");
  const next = { handle, upgrade: () => undefined, close: async () => undefined };
  const server = new WebServer({
    config,
    health: new Health(),
    next,
    api: null,
    files: null,
    early: null,
    collab: null,
    log: pino({ level: "silent" }),
  });
  servers.push(server);
  return server.listen();
}

type Headers = Record<string, string>;
const send = (port: number, method: string, path: string, headers: Headers) =>
  new Promise<{ status: number; body: string }>((resolve, reject) => {
    const asked = ask({ host: "127.0.0.1", port, method, path, headers }, (response) => {
      let body = "";
      response.on("data", (piece) => {
        body += piece;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
    });
    asked.on("error", reject);
    asked.end();
  });

const CHANGING = [
  ["POST", "/api/v1/tokens"],
  ["PATCH", "/api/v1/me"],
  ["PUT", "/api/v1/incidents/INC-1/grants"],
  ["DELETE", "/api/v1/tokens/00000000-0000-4000-8000-000000000000"],
  ["POST", "/api/v1/incidents/INC-1/imports"],
  ["POST", "/api/rpc/token/create"],
  ["POST", "/api/auth/callback/credentials"],
  ["POST", "/api/auth/signout"],
  ["POST", "/signin"],
  ["POST", "/api/auth/sign-in-form"],
] as const;

describe("a request with a cookie that can change something", () => {
  it.each(CHANGING)("%s %s is accepted from our own pages only", async (method, path) => {
    const port = await serverWith();
    const host = `127.0.0.1:${port}`;
    const from = (origin: string | null, more: Headers = {}) =>
      send(port, method, path, { host, cookie: COOKIE, "content-type": FORM, ...(origin ? { origin } : {}), ...more });
    expect(await from(`http://${host}`)).toEqual({ status: 200, body: "reached" });
    const elsewhere = [
      "http://127.0.0.1:1",
      `http://localhost:${port}`,
      `http://${host}.evil.example`,
      "https://evil.example",
      "null",
      "",
      "127.0.0.1",
      "file://",
    ];
    for (const origin of elsewhere) expect((await from(origin, { origin })).status, origin).toBe(403);
    expect((await from(null)).status, "no Origin at all").toBe(403);
    expect((await from("http://127.0.0.1:1", { "sec-fetch-site": "same-origin" })).status).toBe(403);
    expect((await from(null, { authorization: "Basic YTpi" })).status, "what a form can send by itself").toBe(403);
  });

  it("says where to continue, or what is wrong in the form of the API", async () => {
    const port = await serverWith({ AFTERWORD_URL: "https://afterword.example.com" });
    const { status, body } = await send(port, "POST", "/api/v1/tokens", { cookie: COOKIE, origin: "http://a.example" });
    expect([status, JSON.parse(body)]).toEqual([
      403,
      expect.objectContaining({ code: "forbidden", detail: expect.stringContaining("https://afterword.example.com") }),
    ]);
  });

  it("is accepted only from AFTERWORD_URL once that is set", async () => {
    const port = await serverWith({ AFTERWORD_URL: "https://afterword.example.com/", AFTERWORD_TRUSTED_PROXIES: "1" });
    const from = async (origin: string, more: Headers = {}) =>
      (await send(port, "POST", "/api/v1/tokens", { cookie: COOKIE, origin, ...more })).status;
    expect(await from("https://afterword.example.com")).toBe(200);
    const refused = [
      `http://127.0.0.1:${port}`,
      "http://afterword.example.com",
      "https://afterword.example.com:8443",
      "https://www.afterword.example.com",
      "https://afterword.example.com.evil.example",
    ];
    for (const origin of refused) expect(await from(origin), origin).toBe(403);
    const forwarded = { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" };
    expect(await from("https://evil.example", forwarded)).toBe(403);
  });

  it("uses the host from a proxy only if a proxy is trusted", async () => {
    const headers = { cookie: COOKIE, origin: "https://front.example", "x-forwarded-host": "front.example" };
    const behind = await serverWith({ AFTERWORD_TRUSTED_PROXIES: "1" });
    expect((await send(behind, "POST", "/api/v1/tokens", headers)).status).toBe(200);
    expect((await send(await serverWith(), "POST", "/api/v1/tokens", headers)).status).toBe(403);
  });
});

describe("a request that no browser was tricked into", () => {
  it.each<[string, string, Headers]>([
    ["reads with a cookie from anywhere", "GET", { cookie: COOKIE, origin: "https://evil.example" }],
    ["of HEAD", "HEAD", { cookie: COOKIE, origin: "https://evil.example" }],
    ["sends a token on purpose", "POST", { authorization: "Bearer aw_x", origin: "https://evil.example" }],
    ["has neither cookie nor Origin, as a program without an account", "POST", {}],
  ])("passes when it %s", async (_, method, headers) => {
    expect((await send(await serverWith(), method, "/api/v1/tokens", headers)).status).toBe(200);
  });

  it("without a cookie from another site, as in a sign-in to someone else's account, is rejected", async () => {
    const headers = { origin: "https://evil.example", "content-type": FORM };
    expect((await send(await serverWith(), "POST", "/api/auth/callback/credentials", headers)).status).toBe(403);
  });
});
