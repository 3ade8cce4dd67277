import type { IncomingMessage, ServerResponse } from "node:http";
import { AppError, ERRORS } from "#lib/base/errors.ts";
import { readUnsubscribeToken, unsubscribe } from "#server/across/mail/index.ts";
import { contextFor } from "#server/base/kernel/context.ts";
import { countRequest } from "#server/people/auth/limits.ts";
import { sendProblem } from "../problem/send-problem.ts";
import { headersOf } from "./node-request.ts";

const ADDRESS = /^\/unsubscribe\/([\w-]{40,400})$/;
const MOST_BYTES = 1000;

/**
 * Ends the emails of one kind by the link in one of them, without a session and from any program (RFC 8058). The page
 * of the link sends its form here too, and is shown again. Returns false for any other request, such as for that page.
 */
export async function answerUnsubscribe(incoming: IncomingMessage, outgoing: ServerResponse): Promise<boolean> {
  const path = incoming.url?.split("?", 1)[0] ?? "";
  if (incoming.method !== "POST" || !path.startsWith("/unsubscribe/")) return false;
  const headers = headersOf(incoming);
  const ctx = contextFor({ kind: "system", label: "job" });
  try {
    await countRequest(`unsubscribe ${headers.get("x-afterword-address") ?? "unknown"}`);
    const isByPage = await saysPage(incoming);
    const subscription = await readUnsubscribeToken(ctx, ADDRESS.exec(path)?.[1] ?? "");
    if (!subscription) throw new AppError("not_found");
    await unsubscribe(ctx, subscription);
    // A mail program must get no redirect.
    if (isByPage) outgoing.writeHead(303, { location: path, "cache-control": "no-store" });
    else outgoing.writeHead(200, { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" });
    outgoing.end(isByPage ? undefined : "Unsubscribed.\n");
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const wait = error.details.retryAfterSeconds;
    const more: Record<string, string> = wait === undefined ? {} : { "retry-after": String(wait) };
    sendProblem(outgoing, error.code, ERRORS[error.code].title, more);
  }
  return true;
}

/** Reads the form, at most 1 kB of it, and returns whether the page sent it. */
async function saysPage(incoming: IncomingMessage): Promise<boolean> {
  let body = "";
  for await (const chunk of incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
    body += Buffer.from(chunk).toString("latin1");
    if (body.length > MOST_BYTES) break;
  }
  return new URLSearchParams(body).get("from") === "page";
}
