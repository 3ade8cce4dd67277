import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request as ask, createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { logger } from "#server/base/process/log.ts";
import { makeUser } from "#server/testing/make-context.ts";
import { makeToken } from "#server/testing/make-token.ts";
import { sharedDatabase } from "#server/testing/test-database.ts";
import { earlyPages } from "./early-page.ts";
import { measureRequest, readMetrics } from "./metrics.ts";

const PAGE = "/(main)/reviews/[key]/page";
const TEXT = "<p>Zoë wrote this.</p>".repeat(200);
const database = sharedDatabase();
let folder: string;
let server: Server;
let authorization: string;
/** Makes the page of the next request. */
let make: (response: ServerResponse) => void | Promise<void>;

beforeAll(async () => {
  const user = await makeUser(database.prisma, "member");
  authorization = `Bearer ${await makeToken(database.prisma, user.id, ["read"])}`;
  folder = mkdtempSync(join(tmpdir(), "afterword-early-"));
  const [media, app] = [join(folder, "static/media"), join(folder, "server/app/(main)/reviews/[key]")];
  for (const one of [media, app]) mkdirSync(one, { recursive: true });
  for (const name of ["literata-latin-opsz-normal.a1.woff2", "literata-greek-opsz-normal.b2.woff2"])
    writeFileSync(join(media, name), "font");
  const sheets = { entryCSSFiles: { [`[project]/app${PAGE}`]: [{ path: "static/chunks/a.css", inlined: false }] } };
  writeFileSync(
    join(app, "page_client-reference-manifest.js"),
    `globalThis.__RSC_MANIFEST = globalThis.__RSC_MANIFEST || {};\nglobalThis.__RSC_MANIFEST["${PAGE}"] = ${JSON.stringify(sheets)};\n`,
  );
  const early = earlyPages(folder, logger());
  server = createServer(async (request, response) => {
    measureRequest(request, response);
    await early(request, response);
    await make(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Sent {
  path?: string;
  method?: string;
  headers?: Record<string, string>;
}

const open = ({ path = "/reviews/REV-1", method = "GET", headers = {} }: Sent = {}) =>
  new Promise<IncomingMessage>((resolve) => {
    const all = { authorization, accept: "text/html", ...headers };
    const { port } = server.address() as AddressInfo;
    ask({ host: "127.0.0.1", port, path, method, headers: all, agent: false }, resolve).end();
  });

const COUNTERS = [
  "afterword_pages_failed_late_total",
  'afterword_http_requests_total{method="GET",route="pages",status="500"}',
];

async function counted(counter: string): Promise<number> {
  const { text } = await readMetrics(null);
  const line = text.split("\n").find((one) => one.startsWith(`${counter} `));
  return Number(line?.slice(counter.length) ?? 0);
}

/** As Next does: headers and a status, then pieces. */
function asNext(response: ServerResponse) {
  if (response.headersSent) throw new Error("Next would make no page");
  response.setHeader("x-page", "made");
  response.statusCode = 418;
  response.flushHeaders();
  response.write(TEXT);
  response.end("<p>The end.</p>");
}

describe("the page of a review", () => {
  it("names its styles and the fonts of what is seen first before it is made", async () => {
    let finish = () => {};
    const waiting = new Promise<void>((resolve) => {
      finish = resolve;
    });
    make = async (response) => {
      await waiting;
      asNext(response);
    };
    const answer = await open();
    expect(answer.headers.link).toBe(
      '</_next/static/chunks/a.css>; rel=preload; as=style, </_next/static/media/literata-latin-opsz-normal.a1.woff2>; rel=preload; as=font; type="font/woff2"; crossorigin',
    );
    finish();
    expect((await buffer(answer)).toString()).toBe(`${TEXT}<p>The end.</p>`);
  });

  it("is compressed if the client reads gzip, and its late headers are left out", async () => {
    make = asNext;
    const answer = await open({ headers: { "accept-encoding": "gzip, br" } });
    expect([answer.statusCode, answer.headers["content-encoding"], answer.headers["x-page"]]).toEqual([
      200,
      "gzip",
      undefined,
    ]);
    expect(gunzipSync(await buffer(answer)).toString()).toBe(`${TEXT}<p>The end.</p>`);
  });

  it("leaves its scripts for later, even in pieces that end within a letter", async () => {
    const html =
      '<link rel="preload" as="script" href="/b.js"/><script src="/a.js" async="" nonce="n"></script><script src="/b.js" nonce="n" async=""></script><script src="/old.js" noModule=""></script>Zoë';
    make = (response) => {
      const bytes = Buffer.from(html);
      response.write(bytes.subarray(0, -1));
      response.end(bytes.subarray(-1));
    };
    const later = (src: string) => `<script type="text/later" data-src="${src}" nonce="n"></script>`;
    const answer = await open();
    expect((await buffer(answer)).toString()).toBe(
      `${later("/a.js")}${later("/b.js")}<script src="/old.js" noModule=""></script>Zoë`,
    );
  });

  describe("that fails once its headers were sent", () => {
    const SCRIPT = '<script src="/a.js" async="" nonce="n"></script>';
    const failures: [string, string, (response: ServerResponse) => void][] = [
      [
        "shows what Next shows, whose scripts load at once",
        SCRIPT,
        (response) => {
          response.statusCode = 500;
          response.end(SCRIPT);
        },
      ],
      ["says so if Next shows nothing", "Couldn't load this page", (response) => response.writeHead(500).end()],
    ];

    it.each(failures)("%s", async (_what, shown, fail) => {
      const logged = vi.spyOn(logger(), "error");
      const before = await Promise.all(COUNTERS.map(counted));
      make = fail;
      const answer = await open({ path: "/reviews/REV-7?as=draft" });
      expect(answer.statusCode).toBe(200);
      expect((await buffer(answer)).toString()).toContain(shown);
      expect(logged).toHaveBeenCalledWith(
        { path: "/reviews/REV-7", status: 500 },
        "a page failed after its headers were sent",
      );
      const after = before.map((times) => times + 1);
      await vi.waitFor(async () => expect(await Promise.all(COUNTERS.map(counted))).toEqual(after));
    });

    it("still redirects", async () => {
      const page = '<meta http-equiv="refresh" content="1;url=/signin"/><script src="/a.js" async=""></script>';
      make = (response) => void response.writeHead(307, { location: "/signin" }).end(page);
      expect((await buffer(await open())).toString()).toBe(page);
    });
  });

  it("can end its connection after its headers were sent", async () => {
    make = (response) => void response.destroy();
    const answer = await open({ headers: { "accept-encoding": "gzip" } });
    await expect(buffer(answer)).rejects.toThrow("aborted");
  });
});

describe("headers of the page itself", () => {
  it.each<[string, Sent]>([
    ["someone who isn't signed in", { headers: { authorization: "Bearer aw_unknown" } }],
    ["the router in the browser", { headers: { rsc: "1" } }],
    ["a program", { headers: { accept: "*/*" } }],
    ["HEAD", { method: "HEAD" }],
    ["another page", { path: "/reviews/REV-1/versions" }],
  ])("are sent to %s", async (_who, sent) => {
    make = asNext;
    const answer = await open(sent);
    expect([answer.statusCode, answer.headers["x-page"], answer.headers.link]).toEqual([418, "made", undefined]);
    answer.resume();
  });
});
