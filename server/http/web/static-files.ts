import { once } from "node:events";
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join } from "node:path";
import Negotiator from "negotiator";
import send from "send";

const PREFIX = "/_next/static/";
const READS = new Set(["GET", "HEAD"]);

/** Types that bin/compress.mjs compresses, and fonts, which are compressed already. Next sends the rest. */
const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

const ENDS: Record<string, string> = { br: ".br", gzip: ".gz", identity: "" };
const BEST_FIRST = Object.keys(ENDS);

const CACHED = { immutable: true, maxAge: "1y" };
const CACHE_CONTROL = "public, max-age=31536000, immutable";

/** Sends a built file and resolves to true, or resolves to false if there is no such file. */
export type StaticFiles = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/**
 * Serves the scripts, styles and drawings in `folder` (.next/static) as the build compressed them: with Brotli if the
 * browser reads it, otherwise with gzip. A name stands for its content, so browsers keep the files for a year, and so does
 * the memory of the process: a page asks for forty of them at once, while the server makes it.
 */
export function staticFiles(folder: string): StaticFiles {
  const built = new Set(readdirSync(folder, { recursive: true, encoding: "utf8" }));
  const contents = new Map<string, Promise<Buffer | null>>();

  function contentOf(name: string): Promise<Buffer | null> {
    const known = contents.get(name) ?? readFile(join(folder, name)).catch(() => null);
    contents.set(name, known);
    return known;
  }

  return async (request, response) => {
    const { method = "", url = "" } = request;
    const path = url.split("?", 1)[0] ?? "";
    const file = path.slice(PREFIX.length);
    const type = TYPES[extname(file)];
    if (!path.startsWith(PREFIX) || !built.has(file) || !type || !READS.has(method)) return false;
    const accepted = new Negotiator(request).encodings(BEST_FIRST);
    const encoding = BEST_FIRST.find((one) => accepted.includes(one) && built.has(file + ENDS[one])) ?? "identity";
    response.setHeader("content-type", type);
    response.setHeader("vary", "accept-encoding");
    if (encoding !== "identity") response.setHeader("content-encoding", encoding);
    const name = file + ENDS[encoding];
    response.setHeader("etag", `"${name}"`);
    const content = isWhole(request) ? await contentOf(name) : null;
    if (content)
      response.writeHead(200, { "cache-control": CACHE_CONTROL, "content-length": content.length }).end(content);
    else {
      send(request, name, { root: folder, ...CACHED }).pipe(response);
      await once(response, "close");
    }
    return true;
  };
}

/** Not a part of it, and not only whether it has changed. */
const isWhole = ({ method, headers }: IncomingMessage): boolean =>
  method === "GET" && !["range", "if-none-match", "if-modified-since", "if-match"].some((name) => name in headers);
