import type { IncomingMessage, ServerResponse } from "node:http";
import Negotiator from "negotiator";
import { AppError, ERRORS } from "#lib/base/errors.ts";
import { type Operation, operationCalled, operationsAt } from "../api/operations.ts";
import { serveRest } from "../api/rest.ts";
import { serveRpc } from "../api/rpc.ts";
import { UPLOADS } from "../upload/body-limit.ts";
import { headersOf, sendAnswer, streamAnswer } from "./node-request.ts";

const APIS = [
  { prefix: "/api/v1/", serve: serveRest },
  { prefix: "/api/rpc/", serve: serveRpc },
];

const SMALL_BYTES = 64 * 1024;

const isLarge = ({ headers }: IncomingMessage): boolean =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > SMALL_BYTES;

const READS = new Set(["GET", "HEAD"]);

/**
 * Responds to the requests of an operation, and to all with large bodies, before the page routes. These would cost each
 * request some milliseconds, and would copy a large body. Returns false for any other request. In development the pages
 * respond to operations with small bodies, because only they load changed code.
 */
export async function answerApi(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { isDevelopment = false }: { isDevelopment?: boolean } = {},
): Promise<boolean> {
  const { url = "/", method = "GET", headers } = incoming;
  const api = APIS.find(({ prefix }) => url.startsWith(prefix));
  const origin = `http://${headers.host ?? "localhost"}`;
  if (!api || !URL.canParse(url, origin)) return false;
  const isRead = READS.has(method);
  const isOperation = !isDevelopment && operationsOf(url, method).length > 0;
  if (!isOperation && (isRead || !isLarge(incoming))) return false;
  const left = new AbortController();
  outgoing.once("close", () => {
    if (!outgoing.writableFinished)
      left.abort(new AppError("unavailable", { message: "No one is waiting for this any more" }));
  });
  const init = { method, headers: headersOf(incoming), signal: left.signal };
  const body = isRead ? {} : { body: bodyOf(incoming), duplex: "half" };
  const answer = await api.serve(new Request(new URL(url, origin), { ...init, ...body } as RequestInit));
  if (!incoming.complete) {
    // A browser reads the response only once it has sent everything.
    if (answer.status === ERRORS.too_large.status && isUpload(url, method)) incoming.resume();
    else outgoing.setHeader("connection", "close");
  }
  await send(incoming, outgoing, answer).catch((error: unknown) => {
    if (!left.signal.aborted) throw error;
  });
  return true;
}

/** A file that is written while it is sent has no length. */
const isWrittenLater = ({ headers }: Response): boolean =>
  headers.has("content-disposition") && !headers.has("content-length");

async function send(incoming: IncomingMessage, outgoing: ServerResponse, answer: Response): Promise<void> {
  if (isWrittenLater(answer)) await streamAnswer(outgoing, answer);
  else await sendAnswer(outgoing, answer, { isGzipRead: readsGzip(incoming) });
}

const readsGzip = (incoming: IncomingMessage): boolean => new Negotiator(incoming).encodings(["gzip"]).length > 0;

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

function operationsOf(url: string, method: string): readonly Operation[] {
  const path = url.split("?", 1)[0] ?? "";
  if (path.startsWith("/api/rpc/")) return [operationCalled(path.slice("/api/rpc".length)) ?? []].flat();
  return operationsAt(path.slice("/api/v1".length)).filter((one) => one.method === method);
}

const isUpload = (url: string, method: string): boolean =>
  operationsOf(url, method).some((operation) => operation.name in UPLOADS);
