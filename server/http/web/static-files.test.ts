import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { staticFiles } from "./static-files.ts";

const SCRIPT = "say('Zoë');".repeat(500);
let folder: string;
let server: Server;
let url: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "afterword-static-"));
  mkdirSync(join(folder, "chunks"));
  writeFileSync(join(folder, "chunks/a.js"), SCRIPT);
  writeFileSync(join(folder, "chunks/a.css"), "a{color:red}");
  for (const name of ["chunks/a.js", "chunks/a.css"]) {
    const content = readFileSync(join(folder, name));
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content));
    writeFileSync(join(folder, `${name}.gz`), gzipSync(content));
  }
  writeFileSync(join(folder, "font.woff2"), "font");
  writeFileSync(join(folder, "font.ttf"), "font");
  writeFileSync(join(folder, "chunks/plain.js"), SCRIPT);
  const serve = staticFiles(folder);
  server = createServer(async (request, response) => {
    if (!(await serve(request, response))) response.writeHead(418).end("next");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/_next/static`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (path: string, encoding: string, init: RequestInit = {}) =>
  fetch(url + path, { ...init, headers: { "accept-encoding": encoding, ...init.headers } });

describe("a built script", () => {
  it.each([
    ["gzip, deflate, br", "br"],
    ["br;q=0.1, gzip;q=0.9", "br"],
    ["*", "br"],
    ["gzip, deflate", "gzip"],
    ["br;q=0, gzip", "gzip"],
    ["identity", null],
    ["deflate", null],
    ["", null],
  ])("is sent to a browser that reads %j as %s", async (accepted, encoding) => {
    const answer = await get("/chunks/a.js?v=1", accepted);
    expect(answer.headers.get("content-encoding")).toBe(encoding);
    expect(answer.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(answer.headers.get("vary")).toBe("accept-encoding");
    expect(await answer.text()).toBe(SCRIPT);
  });

  it("is sent as it is if the build did not compress it", async () => {
    const answer = await get("/chunks/plain.js", "gzip, br");
    expect(answer.headers.get("content-encoding")).toBeNull();
    expect(await answer.text()).toBe(SCRIPT);
  });

  it("is not sent again to a browser that has it", async () => {
    const etag = (await get("/chunks/a.js", "br")).headers.get("etag") ?? "";
    const headers = { "if-none-match": etag, "cache-control": "max-age=0" };
    expect((await get("/chunks/a.js", "br", { headers })).status).toBe(304);
  });

  it("is sent in parts, and again after its file is gone", async () => {
    writeFileSync(join(folder, "chunks/gone.js"), "gone");
    const serve = staticFiles(folder);
    const own = createServer((request, response) => void serve(request, response));
    await new Promise<void>((resolve) => own.listen(0, "127.0.0.1", resolve));
    const address = `http://127.0.0.1:${(own.address() as AddressInfo).port}/_next/static/chunks/gone.js`;
    const part = await fetch(address, { headers: { range: "bytes=1-2" } });
    expect([part.status, await part.text()]).toEqual([206, "on"]);
    expect(await (await fetch(address)).text()).toBe("gone");
    rmSync(join(folder, "chunks/gone.js"));
    expect(await (await fetch(address)).text()).toBe("gone");
    own.close();
  });

  it("has no body for HEAD, and the type of a style is its own", async () => {
    const answer = await get("/chunks/a.css", "br", { method: "HEAD" });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/css; charset=utf-8"]);
    expect(await answer.text()).toBe("");
  });
});

it("a font is sent as it is", async () => {
  const answer = await get("/font.woff2", "br");
  expect([answer.headers.get("content-type"), answer.headers.get("content-encoding")]).toEqual(["font/woff2", null]);
  expect(await answer.text()).toBe("font");
});

describe("everything else", () => {
  it.each([
    "/font.ttf",
    "/chunks/b.js",
    "/chunks/a.js.br",
    "/chunks",
    "/../secret.js",
    "/%2e%2e/secret.js",
    "/chunks/%00.js",
  ])("%s is left to the pages", async (path) => {
    expect((await get(path, "br")).status).toBe(418);
  });

  it("a method that reads nothing is left to the pages", async () => {
    expect((await get("/chunks/a.js", "br", { method: "POST" })).status).toBe(418);
  });
});
