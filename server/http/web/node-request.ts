import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";

/** Returns the headers of a Node request, each with all its values. */
export const headersOf = (incoming: IncomingMessage): Headers =>
  new Headers(
    Object.entries(incoming.headers).flatMap(([name, value]) =>
      [value ?? []].flat().map((one): [string, string] => [name, one]),
    ),
  );

/** Sends the response, including the body, and waits until it has been sent. */
export async function sendAnswer(outgoing: ServerResponse, answer: Response): Promise<void> {
  writeHead(outgoing, answer);
  outgoing.end(Buffer.from(await answer.arrayBuffer()));
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
