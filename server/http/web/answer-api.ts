import type { IncomingMessage, ServerResponse } from "node:http";
import Negotiator from "negotiator";
import { AppError, ERRORS } from "#lib/base/errors.ts";
import { type Operation, operationCalled, operationsAt } from "../api/operations.ts";
import { serveRest } from "../api/rest.ts";
import { serveRpc } from "../api/rpc.ts";
import { ORDINARY_BYTES, UPLOADS } from "../upload/body-limit.ts";
import { headersOf, sendAnswer, streamAnswer } from "./node-request.ts";

/** The methods of each API. Another one never runs an operation. */
const APIS = [
  { prefix: "/api/v1/", serve: serveRest, methods: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"] },
  { prefix: "/api/rpc/", serve: serveRpc, methods: ["GET", "HEAD", "POST"] },
];

const SMALL_BYTES = 64 * 1024;

/** Whether a body is longer, or can be. */
const isLongerThan = ({ headers }: IncomingMessage, bytes: number): boolean =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > bytes;

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
  const api = APIS.find(({ prefix, methods }) => url.startsWith(prefix) && methods.includes(method));
  const origin = `http://${headers.host ?? "localhost"}`;
  if (!api || !URL.canParse(url, origin)) return false;
  const isRead = READS.has(method);
  const isOperation = !isDevelopment && operationsOf(url, method).length > 0;
  if (!isOperation && (isRead || !isLongerThan(incoming, SMALL_BYTES))) return false;
  const left = new AbortController();
  const leaving = new AppError("unavailable", { message: "No one is waiting for this" });
  outgoing.once("close", () => {
    if (!outgoing.writableFinished) left.abort(leaving);
  });
  const init = { method, headers: headersOf(incoming), signal: left.signal };
  const body = isRead ? {} : { body: bodyOf(incoming), duplex: "half" };
  const answer = await api.serve(new Request(new URL(url, origin), { ...init, ...body } as RequestInit));
  if (!incoming.complete) {
    // A browser reads the response only once it has sent everything.
    const isReadToEnd = !isLongerThan(incoming, ORDINARY_BYTES);
    if (isReadToEnd || (answer.status === ERRORS.too_large.status && isUpload(url, method))) incoming.resume();
    else outgoing.setHeader("connection", "close");
  }
  await send(incoming, outgoing, answer).catch((error: unknown) => {
    if (error !== leaving && !isCutOff(error)) throw error;
  });
  return true;
}

const CUT_OFF = new Set<unknown>(["ERR_STREAM_PREMATURE_CLOSE", "ECONNRESET", "EPIPE"]);

/** Returns whether the client left before it had all of a response. */
const isCutOff = (error: unknown): boolean => error instanceof Error && "code" in error && CUT_OFF.has(error.code);

/** A file that is written while it is sent has no length. */
const isWrittenLater = ({ headers }: Response): boolean =>
  headers.has("content-disposition") && !headers.has("content-length");

async function send(incoming: IncomingMessage, outgoing: ServerResponse, answer: Response): Promise<void> {
  const how = { isGzipRead: readsGzip(incoming) };
  // Without a length, a client of HTTP 1.0 can't know whether it has all of it.
  if (isWrittenLater(answer) && incoming.httpVersion !== "1.0") await streamAnswer(outgoing, answer, how);
  else await sendAnswer(outgoing, answer, how);
}

const readsGzip = (incoming: IncomingMessage): boolean => new Negotiator(incoming).encodings(["gzip"]).length > 0;

/** Returns the body at the pace of its reader. The socket stays open for the response. */
function bodyOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  const pieces = (incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await pieces.next().catch(() => {
          throw new AppError("invalid", { message: "The body is incomplete. Send it again." });
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
