import type { IncomingMessage } from "node:http";

const PATIENCE_MS = 10_000;
/** Least bytes in that time. Less is someone who deliberately keeps the connection open, or an unusable line. */
const LEAST_BYTES = 1000;

/**
 * Ends the connection of a request whose body stops arriving, or arrives too slowly: each occupies a socket and memory.
 * Bytes that have arrived but weren't read yet are the server's own delay and end nothing.
 */
export function endSlowBody(request: IncomingMessage, patienceMs = PATIENCE_MS, leastBytes = LEAST_BYTES): void {
  const { socket, headers } = request;
  if (headers["transfer-encoding"] === undefined && !Number(headers["content-length"])) return;
  let seen = socket.bytesRead;
  const look = setInterval(() => {
    const isStill = socket.bytesRead - seen < leastBytes && request.readableLength === 0;
    seen = socket.bytesRead;
    if (request.complete || request.destroyed) clearInterval(look);
    else if (isStill) socket.destroy();
  }, patienceMs);
  look.unref();
  for (const event of ["end", "close"]) request.once(event, () => clearInterval(look));
}
