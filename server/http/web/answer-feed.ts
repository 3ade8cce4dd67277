import type { IncomingMessage, ServerResponse } from "node:http";
import { AppError, ERRORS } from "#lib/base/errors.ts";
import { feedCalendar, openFeed } from "#server/across/feed/index.ts";
import { acceptsDemo } from "#server/people/auth/demo-access.ts";
import { originOf } from "#server/people/auth/http-context.ts";
import { countRequest } from "#server/people/auth/limits.ts";
import { sendProblem } from "../problem/send-problem.ts";
import { headersOf } from "./node-request.ts";

const ADDRESS = /^\/feeds\/([\w-]{40,60})\.ics(?:\?|$)/;

/**
 * Serves a calendar feed. Anyone who has the address can read it. It is never stored, and not in any log. An unknown one
 * and one that was revoked look the same, and both are counted for the network address that asks. A feed is counted for
 * itself, so guesses from the same network never keep it from being read. Returns false for any other request.
 */
export async function answerFeed(incoming: IncomingMessage, outgoing: ServerResponse): Promise<boolean> {
  const path = incoming.url ?? "";
  if (!path.startsWith("/feeds/")) return false;
  const secret = ADDRESS.exec(path)?.[1];
  if (incoming.method !== "GET" && incoming.method !== "HEAD") {
    sendProblem(outgoing, "method_not_allowed", "Read a calendar feed with GET", { allow: "GET, HEAD" });
    return true;
  }
  const headers = headersOf(incoming);
  try {
    const feed = secret === undefined ? null : await openFeed(secret);
    if (feed === null || (feed.isDemo && !acceptsDemo(headers))) {
      await countRequest(`no feed ${headers.get("x-afterword-address") ?? "unknown"}`);
      throw new AppError("not_found");
    }
    await countRequest(`feed ${feed.id}`);
    const origin = originOf(new Request(`http://${headers.get("host") ?? "localhost"}/`, { headers }));
    const text = await feedCalendar(feed, origin);
    outgoing.writeHead(200, {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'inline; filename="actions.ics"',
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
    });
    outgoing.end(incoming.method === "HEAD" ? undefined : text);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const wait = error.details.retryAfterSeconds;
    sendProblem(
      outgoing,
      error.code,
      ERRORS[error.code].title,
      wait === undefined ? {} : { "retry-after": String(wait) },
    );
  }
  return true;
}
