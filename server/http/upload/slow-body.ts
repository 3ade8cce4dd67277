import type { IncomingMessage } from "node:http";

const PATIENCE_MS = 10_000;
/** What must come in that time; less is someone who keeps the connection open on purpose, or a line of no use. */
const LEAST_BYTES = 1000;

/**
 * Ends the connection of a request whose body stops coming, or only drips, before it is whole: each occupies a socket and what was read so
 * far. Bytes that came and that no one has taken yet are our own slowness and end nothing.
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
