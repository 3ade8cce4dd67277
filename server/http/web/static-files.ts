import { once } from "node:events";
import { readdirSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname } from "node:path";
import Negotiator from "negotiator";
import send from "send";

const PREFIX = "/_next/static/";
const READS = new Set(["GET", "HEAD"]);

/** Types that bin/compress.mjs compresses. Next sends the rest, mostly fonts, which are compressed already. */
const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
};

const ENDS: Record<string, string> = { br: ".br", gzip: ".gz", identity: "" };
const BEST_FIRST = Object.keys(ENDS);

/** Sends a built file and resolves to true, or resolves to false if there is no such file. */
export type StaticFiles = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/**
 * Serves the scripts, styles and drawings in `folder` (.next/static) as the build compressed them: with Brotli if the
 * browser reads it, otherwise with gzip. A name stands for its content, so browsers keep the files for a year.
 */
export function staticFiles(folder: string): StaticFiles {
  const built = new Set(readdirSync(folder, { recursive: true, encoding: "utf8" }));

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
    send(request, file + ENDS[encoding], { root: folder, immutable: true, maxAge: "1y" }).pipe(response);
    await once(response, "close");
    return true;
  };
}
