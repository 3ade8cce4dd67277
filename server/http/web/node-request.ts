import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { promisify } from "node:util";
import { createGzip, gzip } from "node:zlib";

/** Returns the headers of a Node request, each with all its values. */
export const headersOf = (incoming: IncomingMessage): Headers =>
  new Headers(
    Object.entries(incoming.headers).flatMap(([name, value]) =>
      [value ?? []].flat().map((one): [string, string] => [name, one]),
    ),
  );

const zip = promisify(gzip);
const LEAST_ZIPPED_BYTES = 1024;
const ZIPPED = /^(?:application\/(?:problem\+)?json|text\/)/;

interface How {
  isGzipRead?: boolean;
}

const LEVEL = { level: 4 };

/**
 * Sends the response, including the body, and waits until it has been sent. A text is compressed if the client reads
 * gzip.
 */
export async function sendAnswer(
  outgoing: ServerResponse,
  answer: Response,
  { isGzipRead = false }: How = {},
): Promise<void> {
  const body = Buffer.from(await answer.arrayBuffer());
  const varies = isText(answer) && body.length >= LEAST_ZIPPED_BYTES;
  const isZipped = varies && isGzipRead;
  const sent = isZipped ? await zip(body, LEVEL) : body;
  writeHead(outgoing, answer, { isZipped, varies, ...(sent.length > 0 ? { length: sent.length } : {}) });
  outgoing.end(sent);
}

/**
 * Sends a response whose body is written as fast as the client reads it. The writing ends if the client
 * leaves. A body that fails breaks the connection, so the client knows that it doesn't have all of it.
 */
export async function streamAnswer(
  outgoing: ServerResponse,
  answer: Response,
  { isGzipRead = false }: How = {},
): Promise<void> {
  if (answer.body === null) return sendAnswer(outgoing, answer);
  const isZipped = isText(answer) && isGzipRead;
  writeHead(outgoing, answer, { isZipped, varies: isText(answer) });
  const body = Readable.fromWeb(answer.body as ReadableStream<Uint8Array>, { highWaterMark: 1 });
  await (isZipped ? pipeline(body, createGzip(LEVEL), outgoing) : pipeline(body, outgoing));
}

const isText = ({ headers }: Response): boolean => ZIPPED.test(headers.get("content-type") ?? "");

interface Head {
  isZipped: boolean;
  /** Whether the client decides about the compression. */
  varies: boolean;
  length?: number;
}

function writeHead(outgoing: ServerResponse, answer: Response, { isZipped, varies, length }: Head): void {
  const headers = new Headers(answer.headers);
  if (varies) headers.append("vary", "accept-encoding");
  if (isZipped) headers.set("content-encoding", "gzip");
  if (length !== undefined) headers.set("content-length", String(length));
  else if (isZipped) headers.delete("content-length");
  for (const [name, value] of headers) outgoing.appendHeader(name, value);
  outgoing.writeHead(answer.status);
}
