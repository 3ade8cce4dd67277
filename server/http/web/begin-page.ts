import type { OutgoingHttpHeaders, ServerResponse } from "node:http";
import { createGzip, type Gzip } from "node:zlib";
import { plainPage } from "./plain-page.ts";

type Piece = string | Uint8Array;

const LEVEL = { level: 4 };

const NOT_MADE = plainPage("Couldn't load this page", ["Try again. If it happens again, tell an admin what you did."]);

interface Begin {
  isGzipRead: boolean;
  /** Called with the status of a page that failed, which its client can't get any more. */
  onFailed(status: number): void;
}

/**
 * Sends the headers of a page, with status 200, before the page is made. Headers that the page sets are too late and are
 * left out. So is its status, but the response has it for the metrics. Its writer never waits for the client, because
 * pages are made whole. `loadLater`, which is in the page itself, loads its scripts. A page that failed doesn't have it,
 * so the scripts that show the error stay as they are.
 */
export function beginPage(
  response: ServerResponse,
  headers: OutgoingHttpHeaders,
  { isGzipRead, onFailed }: Begin,
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
  const put = (piece: Piece) => {
    const { statusCode: status } = response;
    if (!hasBody && status >= 500) onFailed(status);
    hasBody = true;
    out.write(status === 200 ? withLaterScripts(piece) : bytesOf(piece));
  };
  Object.assign(response, {
    ...{ setHeader: late, appendHeader: late, removeHeader: late },
    writeHead(status: number) {
      response.statusCode = status;
      return response;
    },
    write(piece: Piece) {
      put(piece);
      return true;
    },
    end(piece?: Piece) {
      if (piece !== undefined) put(piece);
      else if (!hasBody) put(NOT_MADE);
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
