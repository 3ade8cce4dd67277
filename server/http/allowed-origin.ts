import type { IncomingMessage } from "node:http";

/**
 * Whether a socket's Origin is ours: the public address where one is set, else the host that was asked, so that
 * localhost and 127.0.0.1 both work. A program that sends no Origin has no cookies to abuse.
 */
export function isOriginAllowed(request: IncomingMessage, publicUrl: string | null): boolean {
  const origin = request.headers.origin;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  if (publicUrl !== null) return new URL(origin).origin === new URL(publicUrl).origin;
  return new URL(origin).host === (request.headers["x-forwarded-host"] ?? request.headers.host);
}
