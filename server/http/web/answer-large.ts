import type { IncomingMessage, ServerResponse } from "node:http";
import { AppError, ERRORS } from "#lib/base/errors.ts";
import { operationCalled, operationsAt } from "../api/operations.ts";
import { serveRest } from "../api/rest.ts";
import { serveRpc } from "../api/rpc.ts";
import { UPLOADS } from "../upload/body-limit.ts";
import { headersOf, sendAnswer } from "./node-request.ts";

const APIS = [
  { prefix: "/api/v1/", serve: serveRest },
  { prefix: "/api/rpc/", serve: serveRpc },
];

const SMALL_BYTES = 64 * 1024;

const isLarge = ({ headers }: IncomingMessage): boolean =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > SMALL_BYTES;

/**
 * Responds to API requests with large bodies before the page routes, which would copy the body and cost everyone else a
 * second of garbage collection. Returns false for any other request.
 */
export async function answerLarge(incoming: IncomingMessage, outgoing: ServerResponse): Promise<boolean> {
  const { url = "/", method = "GET", headers } = incoming;
  const api = APIS.find(({ prefix }) => url.startsWith(prefix));
  if (!api || method === "GET" || method === "HEAD" || !isLarge(incoming)) return false;
  const origin = `http://${headers.host ?? "localhost"}`;
  if (!URL.canParse(url, origin)) return false;
  const left = new AbortController();
  outgoing.once("close", () => {
    if (!outgoing.writableFinished)
      left.abort(new AppError("unavailable", { message: "No one is waiting for this any more" }));
  });
  const body = bodyOf(incoming);
  const init = { method, headers: headersOf(incoming), body, duplex: "half", signal: left.signal };
  const answer = await api.serve(new Request(new URL(url, origin), init as RequestInit));
  if (!incoming.complete) {
    // A browser reads the response only once it has sent everything.
    if (answer.status === ERRORS.too_large.status && isUpload(url, method)) incoming.resume();
    else outgoing.setHeader("connection", "close");
  }
  await sendAnswer(outgoing, answer);
  return true;
}

/** Returns the body at the pace of its reader. The socket stays open for the response. */
function bodyOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  const pieces = (incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await pieces.next().catch(() => {
          throw new AppError("invalid", { message: "The body is incomplete. Send it again" });
        });
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await pieces.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

function isUpload(url: string, method: string): boolean {
  const path = url.split("?", 1)[0] ?? "";
  const called = path.startsWith("/api/rpc/")
    ? [operationCalled(path.slice("/api/rpc".length))]
    : operationsAt(path.slice("/api/v1".length)).filter((one) => one.method === method);
  return called.some((operation) => operation !== undefined && operation.name in UPLOADS);
}
