import type { IncomingMessage, ServerResponse } from "node:http";
import { AppError } from "#lib/base/errors.ts";
import { serveRest } from "../api/rest.ts";
import { headersOf, streamAnswer } from "./node-request.ts";

const EXPORT = /^\/api\/v1\/action-items\/export(?:\?|$)/;

/**
 * Responds to the export of action items before the page routes, as fast as the client reads. What the client doesn't
 * wait for any more isn't read from the database. Returns false for any other request.
 */
export async function answerExport(incoming: IncomingMessage, outgoing: ServerResponse): Promise<boolean> {
  const { url = "/", method = "GET", headers } = incoming;
  const origin = `http://${headers.host ?? "localhost"}`;
  if (method !== "GET" || !EXPORT.test(url) || !URL.canParse(url, origin)) return false;
  const left = new AbortController();
  outgoing.once("close", () => {
    if (!outgoing.writableFinished)
      left.abort(new AppError("unavailable", { message: "No one is waiting for this any more" }));
  });
  const answer = await serveRest(
    new Request(new URL(url, origin), { headers: headersOf(incoming), signal: left.signal }),
  );
  await streamAnswer(outgoing, answer).catch((error: unknown) => {
    if (!left.signal.aborted) throw error;
  });
  return true;
}
