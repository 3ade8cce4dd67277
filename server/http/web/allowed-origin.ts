import type { IncomingMessage, ServerResponse } from "node:http";
import { sendProblem } from "../problem/send-problem.ts";

/**
 * Returns whether an Origin is ours: the public address if one is set, otherwise the requested host, so localhost and
 * 127.0.0.1 both work. A program that sends no Origin has no cookies to abuse.
 */
export function isOriginAllowed(request: IncomingMessage, publicUrl: string | null): boolean {
  const origin = request.headers.origin;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  if (publicUrl !== null) return new URL(origin).origin === new URL(publicUrl).origin;
  return new URL(origin).host === (request.headers["x-forwarded-host"] ?? request.headers.host);
}

const READS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Returns whether another site may have written a request that can change something: a cookie is sent no matter who
 * made the form, but a bearer token is sent on purpose. Browsers send the Origin with every such request.
 */
export function isForeign(request: IncomingMessage, publicUrl: string | null): boolean {
  if (READS.has(request.method ?? "GET")) return false;
  const { authorization, cookie, origin } = request.headers;
  if (/^Bearer /i.test(authorization ?? "")) return false;
  if (origin === undefined) return cookie !== undefined;
  return !isOriginAllowed(request, publicUrl);
}

/** Returns 403 with the origin that would be accepted. */
export function refuseForeign(response: ServerResponse, publicUrl: string | null): void {
  const where = publicUrl === null ? "the URL that this request was sent to" : publicUrl;
  sendProblem(response, "forbidden", `Only pages of ${where} can make changes. Open Afterword there, or send a token.`);
}
