import type { IncomingMessage, ServerResponse } from "node:http";

/** Returns the headers of a Node request, each with all its values. */
export const headersOf = (incoming: IncomingMessage): Headers =>
  new Headers(
    Object.entries(incoming.headers).flatMap(([name, value]) =>
      [value ?? []].flat().map((one): [string, string] => [name, one]),
    ),
  );

/** Sends the response, including the body, and waits until it has been sent. */
export async function sendAnswer(outgoing: ServerResponse, answer: Response): Promise<void> {
  for (const [name, value] of answer.headers) outgoing.appendHeader(name, value);
  outgoing.writeHead(answer.status);
  outgoing.end(Buffer.from(await answer.arrayBuffer()));
}
