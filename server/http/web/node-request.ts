import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

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

/** Sends the response, including the body, and waits until it has been sent. A text is compressed if the client reads gzip. */
export async function sendAnswer(
  outgoing: ServerResponse,
  answer: Response,
  { isGzipRead = false }: { isGzipRead?: boolean } = {},
): Promise<void> {
  const body = Buffer.from(await answer.arrayBuffer());
  const isText = ZIPPED.test(answer.headers.get("content-type") ?? "") && body.length >= LEAST_ZIPPED_BYTES;
  if (isText) outgoing.appendHeader("vary", "accept-encoding");
  const isZipped = isText && isGzipRead;
  if (isZipped) {
    outgoing.setHeader("content-encoding", "gzip");
    answer.headers.delete("content-length");
  }
  const sent = isZipped ? await zip(body, { level: 4 }) : body;
  writeHead(outgoing, answer);
  outgoing.end(sent);
}

/**
 * Sends a response whose body is written as fast as the client reads it. The writing ends if the client
 * leaves. A body that fails breaks the connection, so the client knows that it doesn't have all of it.
 */
export async function streamAnswer(outgoing: ServerResponse, answer: Response): Promise<void> {
  if (answer.body === null) return sendAnswer(outgoing, answer);
  writeHead(outgoing, answer);
  await pipeline(Readable.fromWeb(answer.body as ReadableStream<Uint8Array>, { highWaterMark: 1 }), outgoing);
}

function writeHead(outgoing: ServerResponse, { status, headers }: Response): void {
  for (const [name, value] of headers) outgoing.appendHeader(name, value);
  outgoing.writeHead(status);
}
