import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { fetchTitle } from "./fetch-title.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const page =
  (html: string | Uint8Array, type = "text/html; charset=utf-8"): RequestListener =>
  (_, response) => {
    response.writeHead(200, { "content-type": type });
    response.end(html);
  };
const anywhere = () => true;
const titleOf = async (listener: RequestListener) => fetchTitle(await serve(listener), anywhere);

describe("the title of a page", () => {
  it.each<[string, RequestListener, string]>([
    ["as it stands", page("<title>Error rate\n  by service</title>"), "Error rate by service"],
    ["with entities", page("<head><title>A &amp; B &#8211; C</title>"), "A & B – C"],
    ["the first one", page("<title>One</title><svg><title>Two</title></svg>"), "One"],
    [
      "in the character set that is stated",
      page(Buffer.from("<title>St\xf6rung</title>", "latin1"), "text/html; charset=iso-8859-1"),
      "Störung",
    ],
    ["no longer than fits", page(`<title>${"a".repeat(5000)}</title>`), "a".repeat(300)],
  ])("%s", async (_, listener, title) => {
    expect(await titleOf(listener)).toBe(title);
  });

  it("is found after redirects, without any cookie", async () => {
    const asked: unknown[] = [];
    const url = await serve((request, response) => {
      asked.push(request.headers.cookie, request.headers.authorization);
      if (request.url === "/end") return page("<title>End</title>")(request, response);
      response.writeHead(302, { location: "/end", "set-cookie": "a=b" });
      response.end();
    });
    expect(await fetchTitle(url, anywhere)).toBe("End");
    expect(asked.filter((one) => one !== undefined)).toEqual([]);
  });
});

describe("returns the URL if there is no title", () => {
  it.each<[string, RequestListener]>([
    ["of a page without one", page("<h1>Hello</h1>")],
    ["of what is no page", page("<title>No</title>", "application/json")],
    ["of a page that fails", (_, response) => void response.writeHead(500).end("<title>No</title>")],
    ["of redirects without an end", (_, response) => void response.writeHead(302, { location: "/" }).end()],
    ["of a title behind 512 kB", page(`${" ".repeat(600_000)}<title>Late</title>`)],
  ])("%s", async (_, listener) => {
    const url = await serve(listener);
    expect(await fetchTitle(url, anywhere)).toBe(url);
  });

  it("of a page that doesn't arrive in three seconds", async () => {
    const url = await serve(() => undefined);
    expect(await fetchTitle(url, anywhere)).toBe(url);
  });

  it("on this machine and its networks, by number, by name and after a redirect", async () => {
    let asked = 0;
    const inside = await serve((request, response) => {
      asked++;
      page("<title>Secret</title>")(request, response);
    });
    const port = new URL(inside).port;
    for (const url of [
      inside,
      `http://localhost:${port}`,
      `http://2130706433:${port}`,
      `http://[::ffff:127.0.0.1]:${port}`,
    ])
      expect(await fetchTitle(url)).toBe(url);
    expect(asked).toBe(0);
    const outside = await serve((_, response) => {
      response.writeHead(302, { location: `http://127.0.0.2:${port}` });
      response.end();
    });
    expect(await fetchTitle(outside, (address) => address === "127.0.0.1")).toBe(outside);
    expect(asked).toBe(0);
  });
});
