import type { OutgoingHttpHeaders, ServerResponse } from "node:http";
import { createGzip, type Gzip } from "node:zlib";

type Piece = string | Uint8Array;

const LEVEL = { level: 4 };

/**
 * Sends the headers of a page, with status 200, before the page is made. Headers and a status that the page sets are too
 * late and are left out. Its writer never waits for the client, because pages are made whole. `loadLater`, which is in
 * the page itself, loads its scripts.
 */
export function beginPage(
  response: ServerResponse,
  headers: OutgoingHttpHeaders,
  { isGzipRead }: { isGzipRead: boolean },
): void {
  response.writeHead(200, { ...headers, ...(isGzipRead ? { "content-encoding": "gzip" } : {}) });
  response.flushHeaders();
  let hasBody = false;
  // Next makes no page for a response that has been sent.
  Object.defineProperty(response, "headersSent", { get: () => hasBody });
  const out = isGzipRead
    ? zipped(response)
    : { write: response.write.bind(response), end: response.end.bind(response) };
  const late = () => response;
  Object.assign(response, {
    ...{ setHeader: late, appendHeader: late, removeHeader: late, writeHead: late },
    write(piece: Piece) {
      hasBody = true;
      out.write(withLaterScripts(piece));
      return true;
    },
    end(piece?: Piece) {
      hasBody = true;
      if (piece !== undefined) out.write(withLaterScripts(piece));
      out.end();
      return response;
    },
  });
}

const SCRIPT = /<script src="([^"]+)"((?: nonce="[^"]*")?) async=""/g;
const PRELOADED = /<link rel="preload" as="script"[^>]*>/g;

const bytesOf = (piece: Piece) =>
  typeof piece === "string" ? Buffer.from(piece) : Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);

/** Reads bytes as Latin-1, which keeps those of a letter that two pieces share. */
function withLaterScripts(piece: Piece): Buffer {
  const bytes = bytesOf(piece);
  if (!bytes.includes("<script src=")) return bytes;
  const html = bytes.toString("latin1").replace(PRELOADED, "");
  return Buffer.from(html.replace(SCRIPT, '<script type="text/later" data-src="$1"$2'), "latin1");
}

/** Compresses what is written. A page comes in many small pieces, so they leave together at the end of each turn. */
function zipped(response: ServerResponse): Pick<Gzip, "write"> & { end: (piece?: Piece) => void } {
  const [write, end] = [response.write.bind(response), response.end.bind(response)];
  const gzip = createGzip(LEVEL);
  gzip.on("data", (piece: Uint8Array) => void write(piece));
  gzip.on("end", () => end());
  gzip.on("error", (error) => response.destroy(error));
  response.once("close", () => gzip.destroy());
  let isFlushing = false;
  const flush = () => {
    isFlushing = false;
    if (!gzip.writableEnded && !gzip.destroyed) gzip.flush();
  };
  return {
    write(piece: Piece) {
      if (!isFlushing) setImmediate(flush);
      isFlushing = true;
      return gzip.write(piece);
    },
    end: (piece) => gzip.end(piece),
  };
}
