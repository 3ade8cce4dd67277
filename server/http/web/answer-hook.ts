import type { IncomingMessage, ServerResponse } from "node:http";
import { LARGEST_BODY_BYTES } from "#lib/intake/integration/limits.ts";
import { serveHook, serveTrackerHook } from "../hooks/hooks.ts";
import { sendProblem } from "../problem/send-problem.ts";
import { headersOf, sendAnswer } from "./node-request.ts";

const ADDRESS = /^\/api\/v1\/hooks\/([^/?]{1,60})\/([^/?]{1,600})\/?(?:\?|$)/;

const TRACKER = /^\/hooks\/trackers\/([^/?]{1,60})\/?(?:\?|$)/;

/** Returns source and key from a delivery's URL, or null for any other. */
function addressOf(request: IncomingMessage): { source: string; key: string } | null {
  const [, source, key] = ADDRESS.exec(request.url ?? "") ?? [];
  return source !== undefined && key !== undefined ? { source, key } : null;
}

/**
 * Responds to deliveries before the page routes, at a tenth of the cost in a burst of hundreds per second. Returns
 * false for any other request.
 */
export async function answerHook(incoming: IncomingMessage, outgoing: ServerResponse): Promise<boolean> {
  const address = addressOf(incoming);
  const [, tracker] = TRACKER.exec(incoming.url ?? "") ?? [];
  if (!address && tracker === undefined) return false;
  if (incoming.method !== "POST") {
    sendProblem(outgoing, "method_not_allowed", "Send deliveries with POST", { allow: "POST" });
    return true;
  }
  const url = new URL(incoming.url ?? "/", "http://hooks.invalid");
  const request = new Request(url, { method: "POST", headers: headersOf(incoming) });
  const answer = address
    ? await serveHook(request, address.source, address.key, () => bodyOf(incoming))
    : await serveTrackerHook(request, tracker ?? "", () => bodyOf(incoming));
  // Unread bytes would be taken for the next request.
  if (!incoming.complete) outgoing.setHeader("connection", "close");
  await sendAnswer(outgoing, answer);
  return true;
}

/** Returns the whole body, or null as soon as it is too large. */
async function bodyOf(incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(incoming.headers["content-length"] ?? 0) > LARGEST_BODY_BYTES) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  // The socket must stay open for the response.
  for await (const chunk of incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > LARGEST_BODY_BYTES) return null;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks, size));
}
